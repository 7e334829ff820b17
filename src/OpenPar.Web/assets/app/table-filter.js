// input[data-filter="#table"]: hides the rows that do not hold every typed word; accents and case do not matter ("so noi vu" finds Sở Nội vụ).
import { words } from './words.js';

export const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
  .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const folded = new WeakMap();
const textOf = row => {
  if (!folded.has(row)) folded.set(row, fold(row.textContent));
  return folded.get(row);
};

function filter(input) {
  const table = document.querySelector(input.dataset.filter);
  if (!table) return;
  const wanted = fold(input.value).split(' ').filter(Boolean);
  const rows = [...table.querySelectorAll('tbody tr')];
  let shown = 0;
  for (const row of rows) {
    row.hidden = !wanted.every(word => textOf(row).includes(word));
    if (!row.hidden) shown++;
  }
  const count = document.querySelector(`[data-filter-count="${input.dataset.filter}"]`);
  if (count) count.textContent = words.shown(shown, rows.length);
}

document.addEventListener('input', event => { if (event.target.matches?.('input[data-filter]')) filter(event.target); });
document.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target.matches?.('input[data-filter]')) event.preventDefault(); });
for (const input of document.querySelectorAll('input[data-filter]')) if (input.value) filter(input);
