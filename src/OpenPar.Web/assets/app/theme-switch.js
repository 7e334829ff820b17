// Without script the button posts and the page comes back in the other theme; with it the change is immediate.
document.addEventListener('submit', event => {
  const form = event.target.closest('form[data-theme-switch]');
  if (!form) return;
  event.preventDefault();
  const root = document.documentElement;
  const theme = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
  root.setAttribute('data-bs-theme', theme);
  document.cookie = `openpar.theme=${theme}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  form.elements.theme.value = theme === 'dark' ? 'light' : 'dark';
});

// The system's theme decided before the first paint; the hidden field still holds the server's guess.
for (const form of document.querySelectorAll('form[data-theme-switch]'))
  form.elements.theme.value = document.documentElement.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
