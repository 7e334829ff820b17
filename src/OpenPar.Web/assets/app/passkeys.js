// Passkeys: the browser makes or uses one, the plain form carries the answer. Without support the forms stay hidden.
const supported = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function ask(form) {
  const response = await fetch(`${form.getAttribute('action')}?handler=Options`, { method: 'POST', body: new FormData(form) });
  if (!response.ok) throw new Error(`${response.status}`);
  const options = await response.json();
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function send(form) {
  const alert = form.querySelector('[role=alert]');
  alert.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(await ask(form));
  } catch {
    // The person closed the dialogue, the device refused or the network failed: the form stays for another attempt.
    alert.textContent = form.dataset.failed;
    alert.hidden = false;
    return;
  }
  form.submit();
}

if (supported) {
  for (const note of document.querySelectorAll('[data-no-passkey]')) note.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      send(form);
    });
  }
}
