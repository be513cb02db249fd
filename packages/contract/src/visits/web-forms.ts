import { Type, type Static } from '@sinclair/typebox';
import { ClientId } from '../collect.js';
import { Id, WriteId } from '../ids.js';
import { Problem } from '../problem.js';
import { routes } from '../route.js';
import { byId, Named, nullable, oneOf, refused, setup } from './shapes.js';

const Field = Type.Object({
  api_name: Type.String({ minLength: 1, maxLength: 64 }),
  label: Type.String({ minLength: 1, maxLength: 100 }),
  required: Type.Boolean(),
});

const settings = {
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  module: oneOf(['Leads', 'Contacts']),
  fields: Type.Array(Field, { minItems: 1, maxItems: 30 }),
  /** Portal and code whose visitor is tied to what the form makes, VIS-138; null: the form is not tracked. */
  embed_code_id: nullable(Id),
  /** Where the browser goes afterwards; null: the form thanks in place. */
  return_url: nullable(Type.String({ format: 'uri', maxLength: 2_048 })),
};
export const WebFormInput = Type.Object(
  {
    ...settings,
    /** The web form of Zoho CRM that the site has, whole or its `xmIwtLD` alone; null takes it away, absent leaves it. */
    former_code: Type.Optional(nullable(Type.String({ maxLength: 100_000 }))),
  },
  { $id: 'WebFormInput', additionalProperties: false },
);
export type WebFormInput = Static<typeof WebFormInput>;

/** A form on a site that makes leads or contacts, with the visit that it was filled in during. */
export const WebForm = Type.Object(
  {
    ...settings,
    id: Id,
    /** `xmIwtLD` of the site's web form of Zoho CRM that works as this one with nothing but the host name changed. */
    former_code: nullable(Type.String()),
    /** Public key, in the address that the form is sent to. */
    key: Type.String(),
    portal: nullable(Named),
    /** What a webmaster pastes: a plain form, which works without script, and the tracker where it is tracked. */
    code: Type.String(),
    /** The same as `<crm-web-form>`: drawn in the page, in the visitor's language, and nothing that was typed is lost. */
    element_code: Type.String(),
  },
  { $id: 'WebForm' },
);
export type WebForm = Static<typeof WebForm>;

/** What a page needs to draw the form. */
export const WebFormDescription = Type.Object(
  {
    name: Type.String(),
    fields: Type.Array(
      Type.Object({ ...Field.properties, data_type: Type.String(), options: Type.Array(Type.String()) }),
    ),
    return_url: nullable(Type.String()),
    /** Public key of the embed code whose visitor is sent with the form; null: the form is not tracked. */
    portal_key: nullable(Type.String()),
  },
  { $id: 'WebFormDescription' },
);
export type WebFormDescription = Static<typeof WebFormDescription>;

const byKey = Type.Object({ key: Type.String({ minLength: 1, maxLength: 64 }) });
/** What browsers send of a form. */
const PlainForm = Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 4_096 }), {
  maxProperties: 60,
});
const publicRefusals = { 400: Problem, 403: Problem, 404: Problem, 429: Problem };

export const webFormRoutes = routes({
  'GET /v1/web-forms': {
    summary: 'Web forms of the organization',
    ...setup,
    responses: { 200: Type.Object({ data: Type.Array(WebForm) }), ...refused },
  },
  'POST /v1/web-forms': {
    summary: 'Make a web form',
    ...setup,
    body: WebFormInput,
    responses: { 201: WebForm, ...refused },
  },
  'PUT /v1/web-forms/:id': {
    summary: 'Change a web form',
    ...setup,
    params: byId,
    body: WebFormInput,
    responses: { 200: WebForm, ...refused },
  },
  'DELETE /v1/web-forms/:id': {
    summary: 'Take a web form away',
    ...setup,
    params: byId,
    responses: { 204: null, ...refused },
  },
  'GET /v1/web-forms/:key/description': {
    summary: 'What a page needs to draw the form',
    tag: 'Visitor tracking',
    dialect: 'v1',
    security: 'none',
    params: byKey,
    responses: { 200: WebFormDescription, ...publicRefusals },
  },
  'POST /v1/web-forms/:key': {
    summary: 'The same from a plain form without script: answered with the page to go to, or with thanks',
    tag: 'Visitor tracking',
    dialect: 'v1',
    security: 'none',
    params: byKey,
    body: PlainForm,
    responses: { 200: null, 303: null, ...publicRefusals },
  },
  'POST /crm/WebToLeadForm': {
    summary: 'The same from a web form of Zoho CRM, found by its `xmIwtLD`',
    tag: 'Visitor tracking',
    dialect: 'v1',
    security: 'none',
    body: PlainForm,
    responses: { 200: null, 303: null, ...publicRefusals },
  },
  'POST /crm/WebToContactForm': {
    summary: 'The same from a web form of Zoho CRM that makes contacts',
    tag: 'Visitor tracking',
    dialect: 'v1',
    security: 'none',
    body: PlainForm,
    responses: { 200: null, 303: null, ...publicRefusals },
  },
  'POST /v1/web-forms/:key/submissions': {
    summary: 'Take what was filled in; a repeat with the same client id is answered, not done again',
    tag: 'Visitor tracking',
    dialect: 'v1',
    security: 'none',
    params: byKey,
    body: Type.Object(
      {
        client_id: WriteId,
        /** Visitor and visit of the tracker, where the page has one. */
        u: Type.Optional(ClientId),
        s: Type.Optional(ClientId),
        values: Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 4_096 }), {
          maxProperties: 50,
        }),
      },
      { additionalProperties: false },
    ),
    responses: { 201: Type.Object({ return_url: nullable(Type.String()) }), ...publicRefusals },
  },
});
