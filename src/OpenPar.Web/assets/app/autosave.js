// form[data-autosave]: posts itself through htmx a moment after each change, says what became of it, and forgets nothing until the server
// has acknowledged it. The page decides by hx-target / hx-swap what the answer replaces (default: nothing). An answer 2xx acknowledges,
// 422 is a refusal whose fragment is shown, everything else is tried again.
import { words } from './words.js';
import { notice } from './notice.js';
import { dropDraft, keepDraft, restoreDraft } from './drafts.js';

const pause = 800;
const longestWait = 60_000;
const states = new WeakMap();

for (const form of document.querySelectorAll('form[data-autosave]')) prepare(form);
document.addEventListener('htmx:before:process', event => {
  const root = event.target instanceof Element ? event.target : document;
  for (const form of root.querySelectorAll('form[data-autosave]')) prepare(form);
});

function prepare(form) {
  if (states.has(form)) return;
  states.set(form, { changes: 0, sent: 0, timer: 0, wait: 2000, unsaved: false });
  if (!form.hasAttribute('hx-post')) {
    form.setAttribute('hx-post', form.dataset.autosave || form.action);
    if (!form.hasAttribute('hx-swap')) form.setAttribute('hx-swap', 'none');
  }
  form.setAttribute('hx-trigger', 'op:save');
  form.setAttribute('hx-sync', 'this:queue last');
  if (restoreDraft(form)) {
    notice(words.restored, 'warning', { label: words.discard, run: () => { dropDraft(form); states.get(form).unsaved = false; location.reload(); } });
    changed(form);
  }
}

function changed(form) {
  const state = states.get(form);
  state.changes++;
  state.unsaved = true;
  keepDraft(form);
  show(form, 'unsaved', words.unsaved);
  schedule(form, pause);
}

function schedule(form, delay) {
  const state = states.get(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), delay);
}

function save(form) {
  const state = states.get(form);
  if (!form.isConnected || !state.unsaved) return;
  clearTimeout(state.timer);
  if (!navigator.onLine) { show(form, 'failed', words.offline, true); return; }
  state.sent = state.changes;
  show(form, 'saving', words.saving);
  form.dispatchEvent(new CustomEvent('op:save'));
}

// Errors the page came with, at fields that have been changed since: the answer of the save says what is wrong now.
function dropOldErrors(form) {
  for (const field of form.elements) {
    const shown = field.closest('.op-invalid');
    if (!shown || ('defaultValue' in field && field.value === field.defaultValue)) continue;
    shown.classList.remove('op-invalid');
    for (const message of shown.querySelectorAll('.op-error')) message.remove();
    field.removeAttribute('aria-invalid');
    document.querySelector(`.op-errors a[href="#${CSS.escape(field.id)}"]`)?.closest('li').remove();
  }

  const summary = document.querySelector('.op-errors');
  if (summary && !summary.querySelector('li')) summary.remove();
}

function saved(form) {
  const state = states.get(form);
  dropOldErrors(form);
  state.wait = 2000;
  if (state.changes !== state.sent) { schedule(form, pause); return; }
  state.unsaved = false;
  dropDraft(form);
  show(form, 'saved', words.saved(new Date().toLocaleTimeString('vi-VN', { hour12: false, timeZone: 'Asia/Ho_Chi_Minh' })));
}

function failed(form, text) {
  const state = states.get(form);
  show(form, 'failed', text, true);
  schedule(form, state.wait);
  state.wait = Math.min(state.wait * 2, longestWait);
}

function show(form, name, text, withRetry = false) {
  const place = document.querySelector(`[data-save-state="${form.id}"]`) ?? form.querySelector('[data-save-state]');
  if (!place) return;
  place.dataset.state = name;
  place.textContent = text;
  if (!withRetry) return;
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'btn btn-sm';
  again.textContent = words.retry;
  again.addEventListener('click', () => save(form));
  place.append(again);
}

const formOf = event => (event.target instanceof HTMLFormElement && states.has(event.target) ? event.target : null);

for (const name of ['input', 'change'])
  document.addEventListener(name, event => {
    const form = event.target.form;
    if (form && states.has(form) && event.target.type !== 'file') changed(form);
  });

document.addEventListener('htmx:after:request', event => {
  const form = formOf(event);
  if (!form) return;
  const { raw, status } = event.detail.ctx.response;
  if (raw.redirected) failed(form, words.signIn);
  else if (status < 300) saved(form);
  else if (status === 422) { states.get(form).wait = 2000; show(form, 'failed', words.refused); }
  else failed(form, status === 400 || status === 401 ? words.signIn : words.failed);
});
document.addEventListener('htmx:error', event => {
  const form = formOf(event);
  if (form && event.detail.ctx) failed(form, navigator.onLine ? words.failed : words.offline);
});
window.addEventListener('online', () => { for (const form of waiting()) save(form); });
document.addEventListener('submit', event => {
  const state = states.get(event.target);
  if (state && !event.defaultPrevented) { clearTimeout(state.timer); state.unsaved = false; } // the full post carries everything; the draft stays until a page shows it saved
});
window.addEventListener('beforeunload', event => { if (waiting().length) event.preventDefault(); });

const waiting = () => [...document.querySelectorAll('form[data-autosave]')].filter(form => states.get(form)?.unsaved);
