const root = document.documentElement;
const provider = document.querySelector('crm-provider');

/** The page's own backend knows who is signed in and mints a short-lived token for them. */
provider.getToken = async () => {
  const response = await fetch('/examples/crm/session', { method: 'POST' });
  if (response.status === 401) location.assign('/examples/crm/sign-in');
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  return (await response.json()).token;
};

const links = [...document.querySelectorAll('nav a')];
const views = [...document.querySelectorAll('main [data-view]')];
const brand = document.title.split(' | ').at(-1);

/** Shows the view with the section that the address names, the first one when it names none. */
function showSection() {
  const named = location.hash && document.querySelector(`main section${location.hash}`);
  const shown = named || document.querySelector('main section');
  for (const view of views) view.hidden = !view.contains(shown);
  if (named) shown.scrollIntoView();
  for (const link of links) {
    if (link.hash === `#${shown.id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = `${shown.querySelector('h1').textContent} | ${brand}`;
}
addEventListener('hashchange', showSection);
showSection();

document.querySelector('[data-action="theme"]').addEventListener('click', () => {
  const wasDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const isDark = root.dataset.theme === 'auto' ? wasDark : root.dataset.theme === 'dark';
  root.dataset.theme = isDark ? 'light' : 'dark';
  document.cookie = `crm_example_theme=${root.dataset.theme}; Path=/examples/crm/; SameSite=Lax; Max-Age=31536000`;
});

// The page comes back in the other language; the part that names the section comes along.
document.querySelector('.segments').addEventListener('submit', ({ target }) => {
  target.action = `${new URL(target.action).pathname}${location.hash}`;
});
