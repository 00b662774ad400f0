// A payment code with the basket's sum. What draws it is loaded when somebody asks for it: most orders do without.
const pay = document.querySelector('.pay');
if (pay) {
  const sum = document.querySelector('.basket__sum');
  const [button] = pay.getElementsByTagName('button');
  const figure = pay.querySelector('figure');
  const say = pay.querySelector('.pay__news');
  // A code of a sum that has changed must not stay.
  const show = () => {
    pay.hidden = !+sum.dataset.sum;
    button.hidden = false;
    figure.hidden = true;
    say.textContent = '';
  };
  const draw = () => {
    self.qrDraw(pay.querySelector('svg'), self.qrisText(pay.dataset.payload, sum.dataset.sum));
    pay.querySelector('.pay__sum').textContent = sum.dataset.shown;
    figure.hidden = false;
    button.hidden = true;
    figure.focus();
  };
  button.addEventListener('click', () => {
    if (self.qrDraw) return draw();
    const script = document.createElement('script');
    script.src = pay.dataset.script;
    script.onload = draw;
    script.onerror = () => {
      script.remove();
      say.textContent = pay.dataset.failed;
    };
    document.head.append(script);
  });
  addEventListener('sum', show);
  show();
}
