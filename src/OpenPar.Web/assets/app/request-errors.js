// A failed htmx request never replaces what is on the page: htmx is told not to swap such answers (see the layout), and the reason is shown.
import { words } from './words.js';
import { notice } from './notice.js';

const savesItself = event => event.target instanceof Element && event.target.matches('form[data-autosave]');

document.addEventListener('htmx:response:error', event => {
  const status = event.detail.ctx.response.status;
  if (status !== 422 && !savesItself(event)) notice(words.status[status] ?? words.status.other);
});
document.addEventListener('htmx:error', event => {
  if (event.detail.ctx && !savesItself(event)) notice(words.network);
});
// A request that was sent on to another page (signing in) is not a fragment: go there instead of swapping it in.
document.addEventListener('htmx:before:response', event => {
  const { raw } = event.detail.ctx.response;
  if (!raw.redirected) return;
  if (savesItself(event)) { event.detail.ctx.swap = 'none'; return; }
  if (new URL(raw.url).pathname === new URL(event.detail.ctx.request.action, location.href).pathname) return;
  event.preventDefault();
  location.href = raw.url;
});
