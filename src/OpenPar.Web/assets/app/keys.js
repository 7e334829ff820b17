// One key an act: a plain letter presses the element that names it in data-key, unless someone is typing; Ctrl+Enter works everywhere.
const typing = element => element.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;

document.addEventListener('keydown', event => {
  if (event.altKey || event.shiftKey || event.metaKey) return;
  const key = event.ctrlKey ? (event.key === 'Enter' ? 'ctrl+enter' : '') : typing(event.target) ? '' : event.key.toLowerCase();
  const target = key && document.querySelector(`[data-key~="${CSS.escape(key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches('input, textarea, select')) target.focus();
  else target.click();
});
