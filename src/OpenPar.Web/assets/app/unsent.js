// form[method=post]: what was typed is kept in this tab until a page answers. When the answer was the sign-in page or an error page, or none came and
// the person went back, the form is filled again; nothing is sent by itself. Forms that save themselves keep their own drafts.
// form[data-guard]: a long form; leaving it with unsaved changes asks first.
import { words } from './words.js';
import { notice } from './notice.js';

const prefix = 'op:unsent:';
const owner = document.body.dataset.user ?? '';
const skipped = ['hidden', 'password', 'file', 'submit', 'button', 'reset'];

const fieldsOf = form => [...form.elements].filter(e => e.name && !skipped.includes(e.type ?? 'button') && e.tagName !== 'BUTTON' && e.tagName !== 'FIELDSET' && e.tagName !== 'OUTPUT');
const ticks = field => ['checkbox', 'radio'].includes(field.type);
const chosen = field => [...field.options].filter(o => o.selected).map(o => o.value);

function changed(field) {
  if (ticks(field)) return field.checked !== field.defaultChecked;
  if (field.tagName !== 'SELECT') return field.value !== field.defaultValue;
  // A list without a marked option begins with its first one.
  const marked = [...field.options].filter(o => o.defaultSelected).map(o => o.value);
  const begun = marked.length || field.multiple ? marked : [...field.options].slice(0, 1).map(o => o.value);
  return chosen(field).join('\n') !== begun.join('\n');
}

// Where the form goes and what it is called: the page it stands on may have another address after a refusal.
const keyOf = form => {
  const to = new URL(form.hasAttribute('action') ? form.action : location.href);
  return `${to.pathname}${form.hasAttribute('action') ? to.search : ''}#${form.id}`;
};

function keep(form) {
  // A refused form came back with what was typed as its beginning: then all of it is the person's.
  const refused = document.querySelector('.op-errors') !== null;
  const counts = {};
  const fields = [];
  for (const field of fieldsOf(form)) {
    const at = counts[field.name] = (counts[field.name] ?? -1) + 1;
    if (refused || changed(field)) fields.push([field.name, at, ticks(field) ? field.checked : field.tagName === 'SELECT' ? chosen(field) : field.value]);
  }

  try { sessionStorage.setItem(prefix + owner, JSON.stringify({ form: keyOf(form), fields, waits: false })); } catch (error) {
    if (error.name !== 'QuotaExceededError' && error.name !== 'SecurityError') throw error; // full or forbidden storage: the error page still shows the text
  }
}

function fill(form, fields) {
  let any = false;
  for (const [name, at, value] of fields) {
    const field = fieldsOf(form).filter(f => f.name === name)[at];
    if (!field) continue;
    const before = ticks(field) ? field.checked : field.tagName === 'SELECT' ? chosen(field).join('\n') : field.value;
    if (ticks(field)) field.checked = value;
    else if (field.tagName === 'SELECT') for (const option of field.options) option.selected = value.includes(option.value);
    else field.value = value;
    const after = ticks(field) ? field.checked : field.tagName === 'SELECT' ? chosen(field).join('\n') : field.value;
    if (before === after) continue;
    any = true;
    field.closest('details')?.setAttribute('open', '');
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  return any;
}

// Nobody signed in, or the page that says what failed: whatever was on its way waits for its own page.
if (owner === '' || document.querySelector('[data-not-done]')) {
  for (const key of Object.keys(sessionStorage).filter(k => k.startsWith(prefix)))
    sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key)), waits: true }));
} else if (sessionStorage.getItem(prefix + owner)) {
  const { form: key, fields, waits } = JSON.parse(sessionStorage.getItem(prefix + owner));
  const back = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
  const form = waits || back ? [...document.querySelectorAll('form[method=post]')].find(f => keyOf(f) === key) : null;
  if (form || !waits) sessionStorage.removeItem(prefix + owner);
  if (form && fill(form, fields)) notice(words.unsent, 'warning');
}

let leaving = null;
document.addEventListener('submit', event => {
  const form = event.target;
  leaving = event.defaultPrevented ? leaving : form;
  if (!event.defaultPrevented && owner !== '' && form.method === 'post' && !form.matches('[data-autosave]')) keep(form);
});
addEventListener('pageshow', event => { if (event.persisted) leaving = null; });
addEventListener('beforeunload', event => {
  if ([...document.querySelectorAll('form[data-guard]')].some(form => form !== leaving && fieldsOf(form).some(changed))) event.preventDefault();
});
