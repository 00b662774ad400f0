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
const rupiah = (amount) => `Rp\u00a0${String(amount).replace(/\B(?=(\d{3})+$)/g, tool.dataset.separator)}`;
const read = (field) => {
  const value = Math.floor(Number(field.value));
  return value > 0 ? BigInt(Math.min(value, Number(field.max))) : 0n;
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
  for (const field of fields) if (field !== event.target && field.dataset.field === name) field.value = String(typed[name]);
  show();
});
for (const field of fields) if (field.type === 'number') typed[field.dataset.field] = read(field);
tool.querySelector('.simulator__fields').hidden = false;
show();
