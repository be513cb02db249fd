const root = document.documentElement;
const provider = document.querySelector('crm-provider');
const home = '/examples/crm/';

/** The page's own backend knows who is signed in and mints a short-lived token for them. */
provider.getToken = async () => {
  const response = await fetch(`${home}session`, { method: 'POST' });
  if (response.status === 401) location.assign(`${home}sign-in`);
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  return (await response.json()).token;
};

/** Records have pages here: what names one leads there. */
const hrefFor = (module, id) =>
  module === 'Visits' ? `${home}visits/${id}` : `${home}records/${module}/${id}`;
const linking =
  'crm-record-list, crm-record, crm-notifications, crm-visits, crm-visit, crm-record-visits, crm-visit-people, crm-visitor-notifications';
for (const element of document.querySelectorAll(linking)) element.hrefFor = hrefFor;
addEventListener('crm-record-create', ({ module }) => location.assign(`${home}records/${module}/new`));
addEventListener('crm-record-created', ({ module, recordId }) => location.assign(hrefFor(module, recordId)));
addEventListener('crm-record-deleted', ({ module }) => location.assign(`${home}records/${module}`));

document.querySelector('[data-action="theme"]').addEventListener('click', () => {
  const wasDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const isDark = root.dataset.theme === 'auto' ? wasDark : root.dataset.theme === 'dark';
  root.dataset.theme = isDark ? 'light' : 'dark';
  document.cookie = `crm_example_theme=${root.dataset.theme}; Path=${home}; SameSite=Lax; Max-Age=31536000`;
});

// On a narrow screen the navigation is one line: the page's own link is brought into view, also when links come later.
const navigation = document.querySelector('.app-nav');
const centre = (element) => {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
};
const toCurrent = new ResizeObserver(() => {
  const current = navigation.querySelector('[aria-current]');
  if (current) navigation.scrollLeft += centre(current) - centre(navigation);
});
for (const list of document.querySelectorAll('.app-nav ul')) toCurrent.observe(list);
