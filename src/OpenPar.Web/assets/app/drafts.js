// What was typed and not yet acknowledged by the server, kept in this tab's session storage.
const owner = document.body.dataset.user ?? '';
const keyOf = form => `op:draft:${owner}:${location.pathname}${location.search}:${form.id || form.getAttribute('action') || ''}`;

const isKept = element =>
  element.name && !element.name.startsWith('__') && !['password', 'file', 'hidden', 'submit', 'button'].includes(element.type);

export function keepDraft(form) {
  const values = [...form.elements].filter(isKept).map(element =>
    ['checkbox', 'radio'].includes(element.type)
      ? [element.name, element.value, element.checked]
      : [element.name, element.multiple ? [...element.selectedOptions].map(o => o.value) : element.value]);
  try { sessionStorage.setItem(keyOf(form), JSON.stringify(values)); } catch (error) {
    if (error.name !== 'QuotaExceededError' && error.name !== 'SecurityError') throw error; // full or forbidden storage: the page itself still holds the text
  }
}

export const dropDraft = form => sessionStorage.removeItem(keyOf(form));

/** Puts a kept draft back into the form; true when something differed from what the server sent. */
export function restoreDraft(form) {
  const stored = sessionStorage.getItem(keyOf(form));
  if (!stored) return false;
  let changed = false;
  for (const [name, value, checked] of JSON.parse(stored))
    for (const element of [...form.elements].filter(e => e.name === name && isKept(e))) changed = put(element, value, checked) || changed;
  if (!changed) dropDraft(form);
  return changed;
}

function put(element, value, checked) {
  if (['checkbox', 'radio'].includes(element.type)) {
    if (element.value !== value || element.checked === checked) return false;
    element.checked = checked;
    return true;
  }
  if (Array.isArray(value)) {
    const differs = [...element.options].some(o => o.selected !== value.includes(o.value));
    for (const option of element.options) option.selected = value.includes(option.value);
    return differs;
  }
  if (element.value === value) return false;
  element.value = value;
  return true;
}
