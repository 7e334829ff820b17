// The tree of the framework editor: keys, dragging and pasting fill in and send the plain forms below it, so that both ways do the same.
import { dropDraft } from './drafts.js';

const tree = document.querySelector('[data-draft-tree]');
if (tree) start(tree);
document.addEventListener('change', event => {
  if (event.target.matches?.('select[data-submit-change]')) event.target.form.requestSubmit(event.target.parentElement.querySelector('button'));
});

// A button that changes which fields there are: what the tab kept of the old ones must not be put into the new ones.
document.addEventListener('submit', event => {
  if (event.target.id === 'rule-form' && event.submitter?.name === 'act') dropDraft(event.target);
});

function start(tree) {
  const arrange = document.getElementById('arrange');
  const paste = document.getElementById('paste');
  const rows = [...tree.querySelectorAll('tr[data-row]')];
  const level = row => Number(row.getAttribute('aria-level'));
  const chosen = tree.querySelector('[aria-selected="true"]') ?? rows[0];

  // One row takes part in tabbing; arrows go from there.
  for (const row of rows) {
    row.tabIndex = row === chosen ? 0 : -1;
    row.querySelector('a').tabIndex = -1;
    row.draggable = Boolean(arrange);
  }
  if (chosen) {
    // Only the tree scrolls: the page stays where the reader is.
    const box = tree.parentElement;
    box.scrollTop = Math.max(0, chosen.offsetTop - box.clientHeight / 2);
    if (sessionStorage.getItem('op:tree-focus') === tree.dataset.draftTree) chosen.focus({ preventScroll: true });
    sessionStorage.removeItem('op:tree-focus');
  }

  const go = row => {
    if (!row) return;
    for (const each of rows) each.tabIndex = each === row ? 0 : -1;
    row.focus();
  };
  const parent = row => rows.slice(0, rows.indexOf(row)).reverse().find(r => level(r) < level(row));
  const act = (name, row, target = '') => {
    if (!arrange) return;
    sessionStorage.setItem('op:tree-focus', tree.dataset.draftTree);
    arrange.elements.row.value = row.dataset.row;
    arrange.elements.target.value = target;
    const button = document.createElement('button');
    button.name = 'act';
    button.value = name;
    button.hidden = true;
    arrange.append(button);
    arrange.requestSubmit(button);
  };
  const plain = {
    ArrowDown: row => go(rows[rows.indexOf(row) + 1]),
    ArrowUp: row => go(rows[rows.indexOf(row) - 1]),
    ArrowRight: row => { const next = rows[rows.indexOf(row) + 1]; if (next && level(next) > level(row)) go(next); },
    ArrowLeft: row => go(parent(row)),
    Home: () => go(rows[0]),
    End: () => go(rows.at(-1)),
    Enter: row => location.assign(row.querySelector('a').href + '#row'),
    Insert: row => act('AddAfter', row),
    Delete: row => act('Remove', row),
  };
  const withAlt = { ArrowDown: row => act('Down', row), ArrowUp: row => act('Up', row), ArrowRight: row => act('Indent', row), ArrowLeft: row => act('Outdent', row) };

  tree.addEventListener('keydown', event => {
    const row = event.target.closest('tr[data-row]');
    if (!row || event.target !== row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const run = (event.altKey ? withAlt : plain)[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run(row);
  });

  // From the fields back to the row they belong to.
  document.querySelector('.op-draft-work')?.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    go(chosen);
  });

  tree.addEventListener('paste', event => {
    const row = event.target.closest('tr[data-row]');
    const text = event.clipboardData?.getData('text/plain');
    if (!row || !text || !paste) return;
    event.preventDefault();
    sessionStorage.setItem('op:tree-focus', tree.dataset.draftTree);
    paste.elements.row.value = row.dataset.row;
    paste.elements.pasted.value = text;
    paste.requestSubmit();
  });

  let dragged = null;
  const clear = () => { for (const row of rows) row.classList.remove('op-drop-before', 'op-drop-after', 'op-drop-inside'); };
  const side = (row, y) => {
    const box = row.getBoundingClientRect();
    const part = (y - box.top) / box.height;
    return part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside';
  };
  tree.addEventListener('dragstart', event => {
    dragged = event.target.closest?.('tr[data-row]');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged?.dataset.row ?? '');
  });
  tree.addEventListener('dragover', event => {
    const row = event.target.closest('tr[data-row]');
    if (!dragged || !row || row === dragged) return;
    event.preventDefault();
    clear();
    row.classList.add(`op-drop-${side(row, event.clientY)}`);
  });
  tree.addEventListener('dragend', clear);
  tree.addEventListener('drop', event => {
    const row = event.target.closest('tr[data-row]');
    if (!dragged || !row || row === dragged) return;
    event.preventDefault();
    const where = side(row, event.clientY);
    act({ before: 'Before', after: 'After', inside: 'Inside' }[where], dragged, row.dataset.row);
  });

  // What is typed into the row's form shows in the tree at once.
  const form = document.querySelector('form[data-tree-row]');
  form?.addEventListener('input', () => {
    const cells = tree.querySelector(`[data-row="${form.dataset.treeRow}"]`)?.cells;
    if (!cells) return;
    cells[0].textContent = form.elements.code.value;
    cells[1].querySelector('a').textContent = form.elements.title.value || '(…)';
    cells[2].textContent = form.elements.maxPoints.value;
  });

  // The findings came anew with an autosave: mark the rows they stand at.
  new MutationObserver(() => mark()).observe(document.querySelector('.op-draft'), { childList: true });
  function mark() {
    const marks = new Map((document.getElementById('draft-findings')?.dataset.marks ?? '').split(' ').map(m => m.split(':')));
    for (const row of rows) {
      row.classList.toggle('op-mark-error', marks.get(row.dataset.row) === 'error');
      row.classList.toggle('op-mark-warning', marks.get(row.dataset.row) === 'warning');
    }
  }
}
