// The doubtful rows of a mapping, one key a decision: the keys press the same buttons as a mouse, and only while a row has the focus.
const table = document.querySelector('[data-mapping-review]');
if (table) start(table);

function start(table) {
  const kept = 'op:mapping-row';
  const rows = [...table.querySelectorAll('tr[data-key]')];
  if (rows.length === 0) return;
  const help = document.querySelector('[data-mapping-help]');
  help?.removeAttribute('hidden');
  if (help) table.setAttribute('aria-describedby', help.id);

  const go = row => {
    if (!row) return;
    for (const each of rows) each.tabIndex = each === row ? 0 : -1;
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
  };
  const press = (row, button) => {
    const pressed = row.querySelector(`button[form="${button}"]`);
    if (!pressed) return;
    // The decided row leaves the table: the next one is looked at after it, or the one before where it was the last.
    const at = rows.indexOf(row);
    if (button !== 'change') sessionStorage.setItem(kept, JSON.stringify([table.dataset.mappingReview, (rows[at + 1] ?? rows[at - 1])?.dataset.key ?? null]));
    pressed.click();
  };
  const keys = {
    j: row => go(rows[rows.indexOf(row) + 1]),
    arrowdown: row => go(rows[rows.indexOf(row) + 1]),
    k: row => go(rows[rows.indexOf(row) - 1]),
    arrowup: row => go(rows[rows.indexOf(row) - 1]),
    home: () => go(rows[0]),
    end: () => go(rows.at(-1)),
    a: row => press(row, 'accept'),
    r: row => press(row, 'refuse'),
    e: row => press(row, 'change'),
    ' ': row => row.querySelector('input[type=checkbox]')?.click(),
  };

  for (const row of rows) row.tabIndex = row === rows[0] ? 0 : -1;
  table.addEventListener('keydown', event => {
    const row = event.target.closest('tr[data-key]');
    if (!row || event.target !== row || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const run = keys[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run(row);
  });

  const [page, key] = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
  sessionStorage.removeItem(kept);
  if (page === table.dataset.mappingReview) go(rows.find(row => row.dataset.key === key) ?? rows[0]);
}
