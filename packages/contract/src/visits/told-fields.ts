import { Type, type Static } from '@sinclair/typebox';
import { Id, Instant } from '../ids.js';
import { routes } from '../route.js';
import { oneOf, refused, setup } from './shapes.js';

/** What the pages of the sites have told under one label, `crm('track', name, { label: value })`. */
export const ToldField = Type.Object(
  {
    /** As a page wrote it last; case and spaces around it do not count. */
    label: Type.String(),
    /** Different values, the last one first, long ones cut. */
    values: Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean()]), { maxItems: 10 }),
    told_at: Instant,
    /** Type of a field that all the values fit. */
    data_type: oneOf([
      'text',
      'textarea',
      'email',
      'website',
      'integer',
      'double',
      'boolean',
      'date',
      'datetime',
    ]),
    /** It goes into the lead or contact of the visitor as well. */
    is_person: Type.Boolean(),
    /** Custom fields of Visits that have this label, and whether the last value fits their type. */
    fields: Type.Array(Type.Object({ id: Id, fits: Type.Boolean() })),
  },
  { $id: 'ToldField' },
);
export type ToldField = Static<typeof ToldField>;

/** What was told, and how far back the server looks. */
export const ToldFields = Type.Object(
  {
    data: Type.Array(ToldField),
    /** The last visits of the organization that were looked at, at most. */
    visits: Type.Integer(),
    /** A new field is filled for visits of so many days before it. */
    filled_days: Type.Integer(),
  },
  { $id: 'ToldFields' },
);
export type ToldFields = Static<typeof ToldFields>;

export const toldFieldRoutes = routes({
  'GET /v1/told-fields': {
    summary: 'What the sites of all portals have told of visitors lately, by label, the last one first',
    ...setup,
    responses: { 200: ToldFields, ...refused },
  },
});
