// Two conveniences; everything works without them. A changed filter or choice is searched at once, and "/" goes to the box.
const form = document.getElementById('search');
const box = document.getElementById('q');

form?.addEventListener('change', event => {
  if (event.target !== box && event.target.type !== 'date') form.requestSubmit();
});

// Where the reader was stays where it was: the position goes along to the page that follows.
form?.addEventListener('submit', event => {
  const typed = document.activeElement === box || event.submitter?.closest('.box');
  if (!typed) sessionStorage.setItem('place', JSON.stringify([scrollY, document.activeElement?.name, document.activeElement?.value]));
});

const place = sessionStorage.getItem('place');
sessionStorage.removeItem('place');
if (place) {
  const [top, name, value] = JSON.parse(place);
  const control = [...form?.elements ?? []].find(e => name && e.name === name && (e.type !== 'checkbox' || e.value === value));
  control?.focus({ preventScroll: true });
  scrollTo(0, top);
}

addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  if (!box) return;
  event.preventDefault();
  box.select();
});
