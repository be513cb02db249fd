/**
 * The application's pages. `bundles`: the element modules that a page needs; `text`: the key of its name, and with
 * `Lead` of the line below it; `view`: the file in `views/pages`.
 * `link`: the element that draws the link to it, and knows
 * whether there is one; `tab`: the module whose tab it belongs to, which a profile may hide.
 * @typedef {{ path: string, text: string, view: string, bundles: readonly string[], module?: string, link?: string, tab?: string }} Page
 */

const records = (module) => ({
  path: `records/${module}`,
  tab: module,
  text: module,
  view: 'records',
  bundles: ['record-list', 'presence'],
  module,
});

/** Modules that have a tab. */
export const modules = ['Leads', 'Contacts', 'Accounts', 'Deals', 'Tasks'];

/** The navigation: groups of pages. */
export const groups = [
  { text: 'sales', pages: modules.map(records) },
  {
    text: 'website',
    pages: [
      { path: 'visitors', tab: 'Visits', text: 'visitors', view: 'visitors', bundles: ['visitors'] },
      { path: 'visits', tab: 'Visits', text: 'visits', view: 'visits', bundles: ['visits', 'visit-reports'] },
      { path: 'crm-view', tab: 'Visits', text: 'crmView', view: 'crm-view', bundles: ['crm-view'] },
      {
        path: 'visit-reports',
        tab: 'Visits',
        text: 'visitReports',
        view: 'visit-reports',
        bundles: ['visit-reports'],
      },
      { path: 'chat', text: 'chat', view: 'chat', bundles: ['chat-console'] },
      { path: 'help', text: 'help', view: 'help', bundles: [] },
    ],
  },
  {
    text: 'setup',
    pages: [
      { path: 'setup/users', text: 'users', view: 'users', bundles: [] },
      {
        path: 'setup/profiles',
        text: 'profiles',
        view: 'profiles',
        bundles: [],
        link: 'crm-profiles-link',
      },
      { path: 'setup/roles', text: 'roles', view: 'roles', bundles: [] },
      { path: 'setup/groups', text: 'groups', view: 'groups', bundles: [] },
      {
        path: 'setup/visitor-tracking',
        text: 'tracking',
        view: 'tracking',
        bundles: ['visitor-tracking'],
      },
      { path: 'setup/web-forms', text: 'webForms', view: 'web-forms', bundles: ['visitor-tracking'] },
      { path: 'setup/workflow', text: 'workflow', view: 'workflow', bundles: ['automation'] },
      { path: 'setup/mails', text: 'mails', view: 'mails', bundles: [] },
    ],
  },
];

/** Where the application begins. */
export const first = groups[1].pages[0];

/** One visit. */
export const visitPage = {
  path: 'visits',
  text: 'visits',
  view: 'visit',
  bundles: ['visit', 'record'],
};

/** A record of a module, or the form for a new one. */
export const recordPage = (module) => {
  const isVisited = visited.includes(module);
  return {
    ...records(module),
    view: isVisited ? 'person-record' : 'record',
    bundles: ['record', 'presence', ...(isVisited ? ['visit'] : [])],
  };
};

/** Modules whose records come to the site. */
const visited = ['Leads', 'Contacts'];

/** Where the page of a record is, as the backend's `CRM_RECORD_URL` says it. @param {string} origin of the application */
export const recordAddress = (origin) => `${origin}/examples/crm/records/{module}/{id}`;
