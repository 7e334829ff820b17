// A form that is on its way is not sent a second time by a double click. Comes after those who take a form over themselves.
const shortest = 3_000;
const sent = new WeakMap();

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (event.timeStamp - (sent.get(form) ?? -shortest) < shortest) event.preventDefault();
  else sent.set(form, event.timeStamp);
});

// Back from the next page: the form may be sent again.
addEventListener('pageshow', event => { if (event.persisted) for (const form of document.forms) sent.delete(form); });
