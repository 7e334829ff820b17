// Files go in parts that survive a dropped line (tus 1.0.0); without this script the plain form sends them whole.
// data-upload="one": one file of a longer form; what its head says is proposed into the empty fields.
// data-upload="many": several files at once; the page then lists them.
import { Upload } from 'tus-js-client';
import { words } from './words.js';

const text = words.upload;
const part = 16 * 1024 * 1024;
const small = 1024 * 1024; // goes along with its announcement: one request, and little to send again
const largest = 2 * 1024 ** 3;
const running = new Map(); // form → Set of files on their way

const size = bytes => (bytes >= 1048576 ? `${(bytes / 1048576).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB` : `${Math.ceil(bytes / 1024)} KB`);

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content) made.textContent = content;
  return made;
}

function listOf(form) {
  let list = form.querySelector('.op-uploads');
  if (!list) {
    list = element('ul', 'op-uploads');
    list.setAttribute('aria-live', 'polite');
    form.querySelector('input[type=file]').closest('.op-field').append(list);
  }
  return list;
}

function lineOf(form, file) {
  const line = element('li');
  const state = element('span', 'op-upload-state');
  const bar = element('progress');
  bar.max = file.size || 1;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  const stop = element('button', 'btn btn-sm', text.cancel);
  stop.type = 'button';
  stop.append(element('span', 'visually-hidden', ` ${file.name}`));
  line.append(element('span', 'op-upload-name', file.name), bar, state, stop);
  listOf(form).append(line);
  return { line, state, bar, stop };
}

function hidden(form, name, value) {
  const input = element('input');
  Object.assign(input, { type: 'hidden', name, value });
  form.append(input);
  return input;
}

// One person's unfinished upload is never offered to the next on the same computer.
const fingerprint = file => Promise.resolve(['op-upload', document.body.dataset.user, file.name, file.size, file.lastModified].join('|'));

function why(error) {
  const answer = error.originalResponse;
  const status = answer?.getStatus() ?? 0;
  if (status === 401) return text.signIn;
  if (status === 0) return text.offline;
  const body = answer.getBody();
  return body && body.length < 500 && !body.startsWith('<') ? body : words.status[status] ?? words.status.other;
}

async function send(form, file, done) {
  const shown = lineOf(form, file);
  const say = message => { shown.state.textContent = message; };
  const mine = running.get(form) ?? running.set(form, new Set()).get(form);
  if (file.size > largest) { say(text.tooLarge); shown.bar.remove(); shown.stop.remove(); return; }
  mine.add(file);
  let lost = false;
  const finish = ok => { mine.delete(file); shown.stop.remove(); if (!ok) shown.line.classList.add('op-upload-failed'); };
  const upload = new Upload(file, {
    endpoint: '/uploads',
    chunkSize: part,
    uploadDataDuringCreation: file.size <= small,
    retryDelays: [0, 1000, 3000, 5000, 10000, 20000, 30000, 30000, 60000, 60000],
    metadata: { filename: file.name },
    fingerprint,
    removeFingerprintOnSuccess: true,
    onShouldRetry: error => {
      const status = error.originalResponse?.getStatus() ?? 0;
      lost = status === 0;
      if (lost) say(text.waiting);
      return status === 0 || status === 409 || status === 423 || status === 460 || status >= 500;
    },
    onProgress: (sent, total) => { lost = false; shown.bar.value = sent; say(`${size(sent)} / ${size(total)}`); },
    onError: error => {
      say(why(error));
      const status = error.originalResponse?.getStatus() ?? 0;
      finish(false);
      if (status === 0 || status === 401) again(shown, () => { shown.line.remove(); send(form, file, done); });
    },
    onSuccess: () => { shown.bar.value = file.size; say(text.done); finish(true); done(upload.url.split('/').at(-1), shown); },
  });
  shown.stop.addEventListener('click', async () => { await upload.abort(true).catch(() => {}); mine.delete(file); shown.line.remove(); form.dispatchEvent(new CustomEvent('op:uploaded')); });
  // Back on line: go on at once instead of waiting for the next attempt.
  window.addEventListener('online', () => { if (lost && mine.has(file)) { upload.abort(); upload.start(); } });
  const earlier = await upload.findPreviousUploads();
  if (earlier.length) { upload.resumeFromPreviousUpload(earlier[0]); say(text.resuming); }
  upload.start();
}

function again(shown, run) {
  const button = element('button', 'btn btn-sm', words.retry);
  button.type = 'button';
  button.addEventListener('click', run);
  shown.line.append(button);
}

async function propose(form, id) {
  const answer = await fetch(`/uploads/${id}/proposal`, { headers: { Accept: 'application/json' } });
  if (!answer.ok || form.dataset.sent) return;
  const { read, fields, duplicates } = await answer.json();
  if (!read) listOf(form).querySelector('.op-upload-state')?.append(` · ${text.later}`);
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements[name];
    if (!value || !field || (field.value && !(field.defaultValue === field.value && name === 'issuer')) || field === document.activeElement) continue;
    if (field.value === value) continue;
    field.value = value;
    const note = element('span', 'op-read', text.proposed);
    field.after(note);
    field.addEventListener('input', () => note.remove(), { once: true });
    field.closest('details')?.setAttribute('open', '');
  }
  for (const { url, name } of duplicates) {
    const note = element('p', 'op-note op-note-warning', `${text.duplicate} `);
    const link = element('a', '', name);
    link.href = url;
    note.append(link);
    listOf(form).after(note);
  }
}

for (const form of document.querySelectorAll('form[data-upload]')) {
  const input = form.querySelector('input[type=file]');
  const many = form.dataset.upload === 'many';
  let pending = null; // the button whose click waits for the files
  // Files begin on their way as soon as they are chosen: the button is for browsers without this script.
  if (many) form.querySelector('.op-form-end').hidden = true;
  const busy = () => (running.get(form)?.size ?? 0) > 0;
  form.addEventListener('op:uploaded', () => {
    if (busy()) return;
    if (many && !form.querySelector('.op-upload-failed')) navigator.onLine ? location.reload() : window.addEventListener('online', () => location.reload(), { once: true });
    else if (pending !== null) { const by = pending; pending = null; form.requestSubmit(by || undefined); }
  });
  input.addEventListener('change', () => {
    const files = [...input.files];
    input.value = '';
    if (!many) { form.querySelector('input[name=upload]')?.remove(); form.querySelector('.op-uploads')?.replaceChildren(); }
    for (const file of files) {
      send(form, file, (id, shown) => {
        if (!many) {
          hidden(form, 'upload', id);
          if (pending === null) propose(form, id);
        } else {
          const link = element('a', '', text.describe);
          link.href = `/evidence/uploads/${id}`;
          shown.line.append(link);
        }
        form.dispatchEvent(new CustomEvent('op:uploaded'));
      });
    }
  });
  form.addEventListener('submit', event => {
    if (!busy()) { form.dataset.sent = 'true'; return; }
    event.preventDefault();
    pending = event.submitter ?? false;
    listOf(form).querySelector('.op-upload-state').textContent = text.wait;
  });
  window.addEventListener('beforeunload', event => { if (busy()) event.preventDefault(); });
}
