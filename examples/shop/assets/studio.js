/** The configurator: one page, every choice an entry in the history. */
const parts = ['shade', 'base', 'metal'];
const extra = { moss: 6, clay: 6, slate: 6, walnut: 18, stone: 24, steel: 0, copper: 9 };
const form = document.querySelector('.studio-form');
const lamp = document.querySelector('[data-lamp]');
const basePrice = 148;

form.addEventListener('change', () => {
  history.pushState(null, '', `/studio/${parts.map(chosen).join('/')}`);
  draw();
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', readAddress);
readAddress();

/** Takes over the choices that the address names; what it does not name is the first choice. */
function readAddress() {
  const named = location.pathname.split('/').slice(2);
  parts.forEach((part, index) => {
    const inputs = [...form.elements[part]];
    (inputs.find(({ value }) => value === named[index]) ?? inputs[0]).checked = true;
  });
  draw();
}

function draw() {
  const choice = parts.map(chosen);
  parts.forEach((part, index) => (lamp.dataset[part] = choice[index]));
  const words = choice.join(', ');
  const price = choice.reduce((sum, value) => sum + (extra[value] ?? 0), basePrice);
  form.querySelector('.summary').textContent = words[0].toUpperCase() + words.slice(1);
  form.querySelector('.sum').textContent = `€${price}`;
  document.title = `Studio: ${words} | Tarn`;
}

function chosen(part) {
  return form.elements[part].value;
}
