// From row to row by keyboard: Alt+↓ / Alt+↑ everywhere, j / k outside of fields. They follow [data-next] and [data-prev].
const typing = element => element.closest('input, textarea, select, [contenteditable]') !== null;

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const arrow = event.altKey && { ArrowDown: 'next', ArrowUp: 'prev' }[event.key];
  const letter = !event.altKey && !typing(event.target) && { j: 'next', k: 'prev' }[event.key];
  const link = (arrow || letter) && document.querySelector(`[data-${arrow || letter}]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
