// A passkey instead of a code in the form of an act: <form data-passkey-confirm="address of the challenge"> with the fields of _SecondFactor.
const supported = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function ask(form) {
  // Only the form token goes along: the challenge needs nothing of what was typed or chosen.
  const token = form.elements.__RequestVerificationToken.value;
  const response = await fetch(form.dataset.passkeyConfirm, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!response.ok) throw new Error(`${response.status}`);
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await response.json()) });
}

async function confirm(form, field, submitter) {
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
  form.requestSubmit(submitter);
}

if (supported) {
  for (const form of document.querySelectorAll('form[data-passkey-confirm]')) {
    const field = form.querySelector('[data-passkey-field]');
    if (!field) continue;
    for (const note of form.querySelectorAll('[data-no-passkey]')) note.hidden = true;
    // Where a code or the password does as well, the passkey has a button of its own.
    if (form.elements.code || form.elements.password) {
      const button = form.querySelector('[data-passkey-use]');
      button.hidden = false;
      button.addEventListener('click', () => confirm(form, field, form.querySelector('button:not([type=button])')));
    } else {
      // Nothing but a passkey can confirm: the form's own button asks for it.
      form.addEventListener('submit', event => {
        if (field.value) return;
        event.preventDefault();
        confirm(form, field, event.submitter);
      });
    }
    // An answer is good once: after Back it must not be sent again.
    window.addEventListener('pageshow', () => { field.value = ''; });
  }
}
