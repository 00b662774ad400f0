// Works out a member's part while fields change, in whole rupiah, as the page itself was worked out. Nothing
// is stored and nothing is sent.
const tool = document.querySelector('[data-simulator]');
const fields = [...tool.querySelectorAll('[data-field]')];
const typed = { week: 0n, saved: 0n };

// The largest remainder is rounded up; of two equal ones, the member's own.
const part = (pool, mine, all) => {
  const whole = mine > all ? mine : all;
  if (whole === 0n) return 0n;
  const rest = (pool * mine) % whole;
  return (pool * mine) / whole + (2n * rest >= whole ? 1n : 0n);
};
const { separator } = tool.dataset;
const grouped = (amount) => String(amount).replace(/\B(?=(\d{3})+$)/g, separator);
const rupiah = (amount) => `Rp\u00a0${grouped(amount)}`;
// Whole rupiah: a pasted `12.500,50` loses its cents, letters and signs count for nothing.
const cents = separator === '.' ? /,\d{0,2}$/ : /\.\d{0,2}$/;
const read = (field) => {
  const value = BigInt(field.value.replace(cents, '').replace(/\D/g, '') || 0);
  const most = BigInt(field.max || field.dataset.max);
  return value < most ? value : most;
};
// Digits behind the cursor stay behind it, wherever the dots go.
const write = (field, amount) => {
  if (field.type === 'range') { field.value = String(amount); return; }
  const behind = field.value.slice(field.selectionEnd).replace(/\D/g, '').length;
  const isEmpty = field === document.activeElement && !/\d/.test(field.value);
  field.value = isEmpty ? '' : grouped(amount);
  if (field !== document.activeElement) return;
  let at = field.value.length;
  for (let left = behind; left > 0 && at > 0; at -= 1) if (/\d/.test(field.value[at - 1])) left -= 1;
  field.setSelectionRange(at, at);
};

const show = () => {
  const given = (name) => BigInt(tool.dataset[name]);
  const { week, saved } = typed;
  const year = week * given('weeks');
  const most = (one, other) => (one > other ? one : other);
  const partPurchases = part(given('poolPurchases'), year, given('purchases'));
  const partSavings = part(given('poolSavings'), saved, given('savings'));
  const total = partPurchases + partSavings;
  const values = { week, saved, year, partPurchases, partSavings, total, purchases: most(given('purchases'), year), savings: most(given('savings'), saved) };
  for (const out of tool.querySelectorAll('[data-out]')) out.textContent = rupiah(values[out.dataset.out]);
  tool.querySelector('[data-picture]').setAttribute('width', total ? Number((partPurchases * 1000n) / total) : 0);
};

tool.addEventListener('input', (event) => {
  const name = event.target.dataset.field;
  typed[name] = read(event.target);
  for (const field of fields) {
    if (field.dataset.field === name && (field !== event.target || field.type === 'text')) write(field, typed[name]);
  }
  show();
});
for (const field of fields) {
  if (field.type !== 'text') continue;
  typed[field.dataset.field] = read(field);
  write(field, typed[field.dataset.field]);
}
tool.querySelector('.simulator__fields').hidden = false;
show();
