import { Type, type Static } from '@sinclair/typebox';
import { Id } from '../ids.js';
import { routes } from '../route.js';
import { byId, Named, nullable, oneOf, refused, setup } from './shapes.js';

/** Portals that one user may create, VIS-18. */
export const PORTALS_PER_USER = 1;
/** Portals that an organization may associate with its CRM, VIS-20. */
export const PORTALS_PER_ORGANIZATION = 5;

const name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
/** Origins of sites, `https://shop.example`; the word `loopback` stands for every http origin of the same machine. */
const origins = Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 50 });

/** A portal as the filters of lists know it. */
export const Portal = Type.Object(
  { id: Id, name: Type.String(), screen_name: Type.String(), enabled: Type.Boolean() },
  { $id: 'Portal' },
);
export type Portal = Static<typeof Portal>;

/** How visitors of a portal come into the CRM. */
const configuration = {
  /** New visitors who say who they are become records of this module, VIS-05. */
  push_as: oneOf(['Leads', 'Contacts']),
  /** `attendee`: whoever takes the visitor on by chat is `Attended_By`, VIS-07; `user`: `assigned_user`, VIS-08. */
  assign_to: oneOf(['attendee', 'user']),
  /** Pop-ups tell the users of the portal when visitors come, VIS-09. */
  visitor_notifications: Type.Boolean(),
  /** A chat that nobody has accepted after so many seconds is missed, VIS-148. */
  missed_chat_seconds: Type.Integer({ minimum: 1, maximum: 3_600 }),
};

/** A site's code: what a webmaster pastes. */
export const EmbedCode = Type.Object(
  {
    id: Id,
    name: Type.String(),
    /** Public key, `data-portal` of the script tag. */
    key: Type.String(),
    /** Unchecked, the code has `data-chat="hidden"`, VIS-24. */
    show_chat_icon: Type.Boolean(),
    allowed_origins: Type.Array(Type.String()),
    /** The site's code of SalesIQ that works as this one with nothing but the host name changed: `siq...`, or `portal/name`. */
    former_code: nullable(Type.String()),
    /** The script tag. */
    code: Type.String(),
  },
  { $id: 'EmbedCode' },
);
export type EmbedCode = Static<typeof EmbedCode>;

export const PortalSettings = Type.Object(
  {
    id: Id,
    name: Type.String(),
    screen_name: Type.String(),
    enabled: Type.Boolean(),
    /** Whether its visits come into the CRM. */
    associated: Type.Boolean(),
    created_by: nullable(Named),
    ...configuration,
    /** Owner of new records; also `Attended_By` where `assign_to` is `user`. */
    assigned_user: nullable(Named),
    /** Users attached to the portal, VIS-04 and VIS-19; they are told of its visitors and attend its chats. */
    users: Type.Array(Named),
    embed_codes: Type.Array(EmbedCode),
    /** Grows with every change; pages learn of it by the answers to `collect`. */
    revision: Type.Integer(),
  },
  { $id: 'PortalSettings' },
);
export type PortalSettings = Static<typeof PortalSettings>;

/** The integration of an organization. */
export const VisitorTracking = Type.Object(
  {
    enabled: Type.Boolean(),
    /** Portals that the reader may see: all of them for an administrator. */
    portals: Type.Array(PortalSettings),
    /** Why the reader cannot create a portal; null: they can. */
    refusal: nullable(oneOf(['user_limit', 'organization_limit', 'forbidden'])),
    limits: Type.Object({ per_user: Type.Integer(), per_organization: Type.Integer() }),
    /** Whether a visit was ever captured: until then the Visits tab offers Send to Webmaster, VIS-28. */
    has_visits: Type.Boolean(),
    /** Likely cause of an empty Visits tab. */
    diagnosis: nullable(
      oneOf(['switched_off', 'no_portal', 'portal_disabled', 'never_called', 'origin_refused', 'only_bots']),
    ),
  },
  { $id: 'VisitorTracking' },
);
export type VisitorTracking = Static<typeof VisitorTracking>;

const portalChanges = {
  name,
  ...configuration,
  assigned_user_id: Id,
  user_ids: Type.Array(Id, { maxItems: 200 }),
  enabled: Type.Boolean(),
  associated: Type.Boolean(),
};
/** What a portal is made of; switching the integration on and the first portal are one step, VIS-03. */
export const PortalInput = Type.Object(
  {
    ...Type.Partial(Type.Object(portalChanges)).properties,
    name,
    /** Sites of its first embed code. */
    allowed_origins: Type.Optional(origins),
  },
  { $id: 'PortalInput', additionalProperties: false },
);
export type PortalInput = Static<typeof PortalInput>;

const PortalChanges = Type.Partial(Type.Object(portalChanges), {
  additionalProperties: false,
  minProperties: 1,
});

const embedChanges = {
  name,
  show_chat_icon: Type.Boolean(),
  allowed_origins: origins,
  /** The code of SalesIQ as the site has it, whole or what it names; null takes it away. */
  former_code: nullable(Type.String({ maxLength: 4_096 })),
};
const EmbedCodeInput = Type.Object(
  { ...Type.Partial(Type.Object(embedChanges)).properties, name },
  { additionalProperties: false },
);
const EmbedCodeChanges = Type.Partial(Type.Object(embedChanges), {
  additionalProperties: false,
  minProperties: 1,
});
const embedParams = Type.Object({ id: Id, embed_id: Id });

export const portalRoutes = routes({
  'GET /v1/visitor-tracking': {
    summary: 'The integration, its portals, and what the reader may still create',
    ...setup,
    responses: { 200: VisitorTracking, ...refused },
  },
  'PUT /v1/visitor-tracking': {
    summary: 'Switch the integration on, or deactivate it; nothing is deleted',
    ...setup,
    body: Type.Object({ enabled: Type.Boolean() }, { additionalProperties: false }),
    responses: { 200: VisitorTracking, ...refused },
  },
  'GET /v1/portals': {
    summary: 'Portals whose visits are in the CRM, for filters',
    tag: 'Visits',
    dialect: 'v1',
    security: 'token',
    scope: 'ZohoCRM.modules.visits.READ',
    responses: { 200: Type.Object({ data: Type.Array(Portal) }), ...refused },
  },
  'POST /v1/portals': {
    summary: 'Create a portal, with one embed code, and associate it',
    ...setup,
    body: PortalInput,
    responses: { 201: PortalSettings, ...refused },
  },
  'PATCH /v1/portals/:id': {
    summary: 'Change a portal: name, users, configuration, enabled or associated',
    ...setup,
    params: byId,
    body: PortalChanges,
    responses: { 200: PortalSettings, ...refused },
  },
  'POST /v1/portals/:id/embed-codes': {
    summary: 'Make the code of one more site',
    ...setup,
    params: byId,
    body: EmbedCodeInput,
    responses: { 201: EmbedCode, ...refused },
  },
  'PATCH /v1/portals/:id/embed-codes/:embed_id': {
    summary: 'Change a code: name, chat icon, allowed origins, the code of SalesIQ that it follows',
    ...setup,
    params: embedParams,
    body: EmbedCodeChanges,
    responses: { 200: EmbedCode, ...refused },
  },
  'DELETE /v1/portals/:id/embed-codes/:embed_id': {
    summary: 'Take a code away: pages that have it are refused; the last one stays',
    ...setup,
    params: embedParams,
    responses: { 204: null, ...refused },
  },
  'POST /v1/portals/:id/embed-codes/:embed_id/send': {
    summary: 'Mail the code and how to paste it to the webmaster, VIS-25',
    ...setup,
    params: embedParams,
    body: Type.Object(
      {
        to: Type.Array(Type.String({ format: 'email', maxLength: 100 }), { minItems: 1, maxItems: 5 }),
        note: Type.Optional(Type.String({ maxLength: 2_000 })),
      },
      { additionalProperties: false },
    ),
    responses: { 202: Type.Object({ sent: Type.Integer() }), ...refused },
  },
  'GET /v1/portals/:id/identity-key': {
    summary: 'Key that proves who a visitor is: HMAC-SHA256 of the address, or a JWT signed by it (HS256)',
    ...setup,
    params: byId,
    responses: { 200: Type.Object({ key: Type.String() }), ...refused },
  },
});
