import type { Answer } from '@crm-elements/testing';

export const USERS = 'GET /crm/v8/users';
export const USER = 'GET /crm/v8/users/:id';
export const ADD_USER = 'POST /crm/v8/users';
export const UPDATE_USER = 'PUT /crm/v8/users/:id';
export const DELETE_USER = 'DELETE /crm/v8/users/:id';
export const PROFILES = 'GET /crm/v8/settings/profiles';
export const PROFILE = 'GET /crm/v8/settings/profiles/:id';
export const UPDATE_PROFILE = 'PATCH /crm/v8/settings/profiles/:id';
export const CLONE_PROFILE = 'POST /crm/v8/settings/profiles/:id/actions/clone';
export const DELETE_PROFILE = 'DELETE /crm/v8/settings/profiles/:id';
export const ROLES = 'GET /crm/v8/settings/roles';

type Row = Record<string, unknown>;

const info = (rows: Row[], hasMore: boolean) => ({
  per_page: 200,
  count: rows.length,
  page: 1,
  more_records: hasMore,
});

export const userPage = (users: Row[], hasMore = false) => ({ users, info: info(users, hasMore) });

const administrator = { id: '100', name: 'Administrator' };
const standard = { id: '200', name: 'Standard' };

/** An active user with the profile Standard. */
export const user = (id: string, first: string, last: string, changes: Row = {}): Row => ({
  id,
  email: `${first.toLowerCase()}@acme.test`,
  first_name: first,
  last_name: last,
  full_name: `${first} ${last}`,
  status: 'active',
  profile: standard,
  role: { id: '20', name: 'Support' },
  time_zone: 'Europe/Paris',
  locale: 'en_US',
  ...changes,
});

export const ada = user('1', 'Ada', 'Martin', { profile: administrator, role: { id: '10', name: 'CEO' } });
export const noah = user('2', 'Noah', 'Bernard');
export const lina = user('3', 'Lina', 'Haddad');

export const role = (id: string, name: string, above: Row | null = null): Row => ({
  id,
  name,
  display_label: name,
  description: null,
  reporting_to: above,
  share_with_peers: false,
});

const profile = (id: string, name: string, isCustom = false): Row => ({
  id,
  name,
  display_label: name,
  description: isCustom ? 'Looks but does not touch' : null,
  custom: isCustom,
});

const permission = (id: string, name: string, isEnabled: boolean, more: Row = {}): Row => ({
  id,
  name: `Crm_Implied_${name}`,
  display_label: name.split('_')[0],
  module: null,
  enabled: isEnabled,
  customizable: true,
  parent_permissions: null,
  ...more,
});

/** A profile with Leads and Contacts, Social and Setup. @param granted names, as `View_Leads` */
export function fullProfile(id: string, name: string, granted: readonly string[], more: Row = {}): Row {
  const all = granted.includes('*');
  const has = (right: string) => all || granted.includes(right);
  const ofModule = (module: string, base: number) =>
    ['View', 'Create', 'Edit', 'Delete'].map((action, index) =>
      permission(String(base + index), `${action}_${module}`, has(`${action}_${module}`), {
        module,
        customizable: !all,
        parent_permissions: action === 'View' ? null : [String(base)],
      }),
    );
  const general = [
    'Social_Profiles',
    'Social_Tab',
    'Manage_Users',
    'Manage_Profiles',
    'Manage_Groups',
    'Manage_Roles',
  ];
  const others = general.map((right, index) =>
    permission(String(900 + index), right, has(right), { customizable: !all }),
  );
  const permissions = [...ofModule('Leads', 300), ...ofModule('Contacts', 310), ...others];
  const category = (key: string, label: string, module: string | null, ids: string[]) => ({
    name: key,
    display_label: label,
    ...(module && { module }),
    permissions_details: ids,
  });
  return {
    ...profile(id, name),
    permissions_details: permissions,
    sections: [
      {
        name: 'module',
        categories: [
          category('Leads', 'Leads', 'Leads', ['300', '301', '302', '303']),
          category('Contacts', 'Contacts', 'Contacts', ['310', '311', '312', '313']),
        ],
      },
      { name: 'social', categories: [category('social', 'Social Permissions', null, ['900', '901'])] },
      { name: 'setup', categories: [category('setup', 'Setup', null, ['902', '903', '904', '905'])] },
    ],
    ...more,
  };
}

export const written = (name: string, id: string) => ({
  [name]: [{ code: 'SUCCESS', details: { id }, message: 'done', status: 'success' }],
});

/** Ada, an administrator, looks at three users. */
export const identityAnswers = (): Record<string, Answer> => ({
  [USERS]: ({ query }) => {
    if (query.type === 'CurrentUser') return userPage([ada]);
    return query.type === 'ActiveUsers' || query.type === 'AllUsers'
      ? userPage([ada, noah, lina])
      : undefined;
  },
  [PROFILES]: () => ({
    profiles: [profile('100', 'Administrator'), profile('200', 'Standard'), profile('300', 'Guest', true)],
  }),
  [PROFILE]: ({ params }) => ({
    profiles: [
      params.id === '100'
        ? fullProfile('100', 'Administrator', ['*'])
        : fullProfile('200', 'Standard', ['View_Leads', 'Create_Leads', 'View_Contacts', 'Social_Tab']),
    ],
  }),
  [ROLES]: () => ({
    roles: [role('10', 'CEO'), role('20', 'Support', { id: '10', name: 'CEO' })],
  }),
});

export const GROUPS = 'GET /crm/v8/settings/user_groups';
export const ADD_GROUP = 'POST /crm/v8/settings/user_groups';
export const UPDATE_GROUP = 'PUT /crm/v8/settings/user_groups/:id';
export const DELETE_GROUP = 'DELETE /crm/v8/settings/user_groups/:id';
export const MEMBERS = 'GET /crm/v8/settings/user_groups/:id/associated_users';

const source = (type: string, id: string, name: string, withBelow = false): Row => ({
  type,
  source: { id, name },
  subordinates: type === 'roles' && withBelow,
  sub_territories: type === 'territories' && withBelow,
});

const group = (id: string, name: string, sources: Row[]): Row => ({
  id,
  name,
  description: `What ${name} shares`,
  sources,
});

export const groupPage = (groups: Row[]) => ({ user_groups: groups, info: info(groups, false) });

/** Marketing has a user and a role; Everybody has Marketing. */
export const groupAnswers = (): Record<string, Answer> => ({
  ...identityAnswers(),
  [GROUPS]: () =>
    groupPage([
      group('70', 'Marketing', [source('users', '2', 'Noah Bernard'), source('roles', '10', 'CEO', true)]),
      group('71', 'Everybody', [source('groups', '70', 'Marketing')]),
    ]),
  [MEMBERS]: () => ({
    associated_users: [
      { id: '1', name: 'Ada Martin', email: 'ada@acme.test' },
      { id: '2', name: 'Noah Bernard', email: 'noah@acme.test' },
    ],
  }),
});

export const ADD_ROLE = 'POST /crm/v8/settings/roles';
export const UPDATE_ROLE = 'PUT /crm/v8/settings/roles/:id';
export const DELETE_ROLE = 'DELETE /crm/v8/settings/roles/:id';
