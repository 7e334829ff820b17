// After a refused post the reader starts at the list of errors; a link in it puts the cursor into its field.
document.querySelector('[data-focus-first]')?.focus();
document.addEventListener('click', event => {
  const link = event.target.closest?.('.op-errors a[href^="#"]');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
});
// Only one open menu in the bar; Escape closes it and goes back to its button.
document.addEventListener('click', event => {
  for (const open of document.querySelectorAll('details.op-user[open]')) if (!open.contains(event.target)) open.open = false;
});
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && document.querySelector('details.op-user[open]');
  if (!open) return;
  open.open = false;
  open.querySelector('summary').focus();
});
