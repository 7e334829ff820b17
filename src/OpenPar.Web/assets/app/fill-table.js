// table[data-fill]: several lines pasted into one cell go down the column, as in a spreadsheet. Down and Enter lead to the next cell.
import { words } from './words.js';
import { notice } from './notice.js';

const cells = table => [...table.querySelectorAll('input:not([type=hidden]), select')];

document.addEventListener('paste', event => {
  const table = event.target.closest?.('table[data-fill]');
  const text = event.clipboardData?.getData('text/plain');
  if (!table || !text || !/[\r\n]/.test(text.trim())) return;
  event.preventDefault();
  const lines = text.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/);
  const all = cells(table);
  const start = all.indexOf(event.target);
  const taken = lines.slice(0, all.length - start);
  const before = taken.map((_, i) => all[start + i].value);
  const missed = [];
  taken.forEach((line, i) => {
    const cell = all[start + i];
    const value = line.split('\t')[0].trim();
    if (!put(cell, value)) missed.push(value);
  });
  notice(words.pasted(taken.length - missed.length, missed, lines.length - taken.length), missed.length + lines.length - taken.length > 0 ? 'warning' : 'success', {
    label: words.undo,
    run: () => before.forEach((value, i) => set(all[start + i], value)),
  });
});

document.addEventListener('keydown', event => {
  const table = event.target.closest?.('table[data-fill]');
  if (!table || event.target.tagName !== 'INPUT' || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) || event.ctrlKey || event.isComposing) return;
  const all = cells(table);
  const next = all[all.indexOf(event.target) + (event.key === 'ArrowUp' ? -1 : 1)];
  event.preventDefault();
  next?.focus();
  next?.select?.();
});

function put(cell, value) {
  if (cell.tagName !== 'SELECT') { set(cell, value); return true; }
  const wanted = value.toLocaleLowerCase('vi');
  const option = [...cell.options].find(o => o.value.toLowerCase() === wanted || o.text.toLocaleLowerCase('vi') === wanted || o.text.toLocaleLowerCase('vi').startsWith(`${wanted}:`));
  if (!option) return false;
  set(cell, option.value);
  return true;
}

function set(cell, value) {
  cell.value = value;
  cell.dispatchEvent(new Event('change', { bubbles: true }));
}
