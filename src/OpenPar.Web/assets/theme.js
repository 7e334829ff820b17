// Runs before the first paint: who has chosen no theme gets the one of the system. A chosen theme is already in the page.
const root = document.documentElement;
if (!root.dataset.bsTheme && matchMedia('(prefers-color-scheme: dark)').matches) root.setAttribute('data-bs-theme', 'dark');
root.classList.add('op-script');
