import { words } from './words.js';

/** Shows a message in the live region; one text shows once. `action` is an optional { label, run }. */
export function notice(text, kind = 'danger', action = null) {
  const region = document.getElementById('op-live');
  if (!region || [...region.querySelectorAll('p')].some(p => p.textContent === text)) return;
  const box = document.createElement('div');
  box.className = `op-note op-note-${kind}`;
  const message = document.createElement('p');
  message.textContent = text;
  box.append(message);
  if (action) box.append(button(action.label, () => { box.remove(); action.run(); }));
  box.append(button(words.close, () => box.remove()));
  region.append(box);
}

function button(label, run) {
  const result = document.createElement('button');
  result.type = 'button';
  result.className = 'btn btn-sm';
  result.textContent = label;
  result.addEventListener('click', run);
  return result;
}
