// A passkey instead of a code in the form of an act: <form data-passkey-confirm="address of the challenge"> with the fields of _SecondFactor.
const supported = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function ask(form) {
  // Only the form token goes along: the challenge needs nothing of what was typed or chosen.
  const token = form.elements.__RequestVerificationToken.value;
  const response = await fetch(form.dataset.passkeyConfirm, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!response.ok) throw new Error(`${response.status}`);
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await response.json()) });
}

async function confirm(form, field) {
  const alert = form.querySelector('[data-passkey-alert]');
  alert.hidden = true;
  try {
    field.value = JSON.stringify(await ask(form));
  } catch {
    // The person closed the dialogue, the device refused or the network failed: the form stays for another attempt.
    alert.textContent = field.dataset.failed;
    alert.hidden = false;
    return;
  }
  // As if the form's own button had been pressed: its name and value go along, and the browser checks the fields.
  form.requestSubmit(form.querySelector('button:not([type=button])'));
}

if (supported) {
  for (const form of document.querySelectorAll('form[data-passkey-confirm]')) {
    const field = form.querySelector('[data-passkey-field]');
    const button = form.querySelector('[data-passkey-use]');
    if (!field || !button) continue;
    button.hidden = false;
    button.addEventListener('click', () => confirm(form, field));
    // An answer is good once: after Back, or a refused post that kept the page, it must not be sent again.
    window.addEventListener('pageshow', () => { field.value = ''; });
  }
}
