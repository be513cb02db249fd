import type { EmbedCode, PortalSettings, VisitorTracking } from '@crm-elements/contract';
import type { Answer } from '@crm-elements/testing';

export const TRACKING = 'GET /v1/visitor-tracking';
export const SWITCH = 'PUT /v1/visitor-tracking';
export const CREATE = 'POST /v1/portals';
export const CHANGE = 'PATCH /v1/portals/:id';

const USERS = 'GET /crm/v8/users';

const embedCode = (id: string, changes: Partial<EmbedCode> = {}): EmbedCode => ({
  id,
  name: 'Shop',
  key: `key-${id}`,
  show_chat_icon: true,
  former_code: null,
  allowed_origins: ['https://shop.test'],
  code: `<script async src="http://crm.test/embed.js" data-portal="key-${id}"></script>`,
  ...changes,
});

export const portal = (id: string, changes: Partial<PortalSettings> = {}): PortalSettings => ({
  id,
  name: 'Acme Shop',
  screen_name: 'acme',
  enabled: true,
  associated: true,
  created_by: { id: '1', name: 'Ada Moreau' },
  push_as: 'Leads',
  assign_to: 'user',
  visitor_notifications: true,
  missed_chat_seconds: 60,
  assigned_user: { id: '1', name: 'Ada Moreau' },
  users: [{ id: '1', name: 'Ada Moreau' }],
  embed_codes: [embedCode(`${id}1`)],
  revision: 1,
  ...changes,
});

export const integration = (
  portals: PortalSettings[],
  changes: Partial<VisitorTracking> = {},
): VisitorTracking => ({
  enabled: true,
  portals,
  refusal: null,
  limits: { per_user: 1, per_organization: 5 },
  has_visits: true,
  diagnosis: null,
  ...changes,
});

const user = (id: string, first: string, last: string) => ({
  id,
  full_name: `${first} ${last}`,
  first_name: first,
  last_name: last,
  email: `${first.toLowerCase()}@acme.test`,
  status: 'active',
});

/** Answers for somebody who sees this integration. */
export const trackingAnswers = (tracking: VisitorTracking): Record<string, Answer> => ({
  [TRACKING]: () => tracking,
  [USERS]: () => ({
    users: [user('1', 'Ada', 'Moreau'), user('2', 'Noah', 'Bernard')],
    info: { more_records: false, page: 1, count: 2, per_page: 200 },
  }),
});
