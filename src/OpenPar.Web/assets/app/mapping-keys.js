// The doubtful rows of a mapping, one key a decision: the keys send the same forms as a mouse, and only while a row has the focus.
const table = document.querySelector('[data-mapping-review]');
if (table) start(table);

function start(table) {
  const kept = 'op:mapping-row';
  const box = row => row.querySelector('input[name=keys]');
  const rows = [...table.tBodies[0].rows].filter(box);
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
  // The decided row leaves the table: the next one is looked at after it, or the one before where it was the last.
  const leave = row => {
    const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    sessionStorage.setItem(kept, JSON.stringify([table.dataset.mappingReview, next ? box(next).value : null]));
  };
  const accept = row => {
    const form = document.getElementById('accept');
    leave(row);
    form.elements.keys.value = box(row).value;
    form.requestSubmit();
  };
  const press = (row, button) => {
    const pressed = row.querySelector(`button[form="${button}"]`);
    if (!pressed) return;
    if (button === 'refuse') leave(row);
    pressed.click();
  };
  const keys = {
    j: row => go(rows[rows.indexOf(row) + 1]),
    arrowdown: row => go(rows[rows.indexOf(row) + 1]),
    k: row => go(rows[rows.indexOf(row) - 1]),
    arrowup: row => go(rows[rows.indexOf(row) - 1]),
    home: () => go(rows[0]),
    end: () => go(rows.at(-1)),
    a: accept,
    r: row => press(row, 'refuse'),
    e: row => press(row, 'change'),
    ' ': row => box(row).click(),
  };

  for (const row of rows) row.tabIndex = row === rows[0] ? 0 : -1;
  table.addEventListener('keydown', event => {
    const row = event.target.closest('tr');
    if (!rows.includes(row) || event.target !== row || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const run = keys[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run(row);
  });

  const [page, key] = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
  sessionStorage.removeItem(kept);
  if (page === table.dataset.mappingReview) go(rows.find(row => box(row).value === key) ?? rows[0]);
}
