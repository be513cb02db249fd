import { Type, type Static, type TSchema } from '@sinclair/typebox';

/**
 * The wire format of the tracker: `POST /v1/collect`.
 *
 * The body is JSON sent as `text/plain` or without a content type, so that a browser sends no
 * preflight. Keys are one letter because a page view has to fit in 250 bytes.
 */

/** Most events in one batch; a larger batch is refused whole. */
export const COLLECT_MAX_EVENTS = 100;
/** Most bytes of one collect body. */
export const COLLECT_MAX_BYTES = 65_536;
/** Most characters of an address; the tracker cuts, the server refuses longer ones. */
export const COLLECT_MAX_URL = 2_048;
/** Most characters of a title or a name. */
export const COLLECT_MAX_TITLE = 512;
/** An event older than this (ms) is still taken, its time clamped and flagged: 72 hours. */
export const COLLECT_MAX_AGE = 72 * 3_600_000;

/** 16 bytes in base64url (22 characters); made by the client as UUIDv7. */
export const ClientId = Type.String({
  pattern: '^[A-Za-z0-9_-]{22}$',
  description: 'UUIDv7, or v8 out of the id of a tracker before, base64url',
});

const url = Type.String({ minLength: 1, maxLength: COLLECT_MAX_URL });
const text = (maxLength: number) => Type.String({ maxLength });
const values = Type.Record(
  Type.String({ maxLength: 128 }),
  Type.Union([Type.String({ maxLength: 4_096 }), Type.Number(), Type.Boolean()]),
  { maxProperties: 50 },
);

const event = <K extends string, P extends Record<string, TSchema>>(kind: K, fields: P) =>
  Type.Object(
    {
      /** Kind of event. */
      t: Type.Literal(kind),
      /** Id of the event; for `g` the id of the page view that it measures. */
      i: ClientId,
      /** Age in ms at the moment of sending; absent means 0. */
      a: Type.Optional(Type.Number()),
      /** Id of the page view on which it happened. */
      p: Type.Optional(ClientId),
      ...fields,
    },
    { additionalProperties: false },
  );

/** A page view. */
export const ViewEvent = event('v', {
  u: url,
  n: Type.Optional(text(COLLECT_MAX_TITLE)),
  r: Type.Optional(text(COLLECT_MAX_URL)),
});
/**
 * Engagement of the page view `i`: totals so far, so that a repeat changes nothing. Also the
 * heartbeat of a visible page (every 15 s). `x` says that the page was left.
 */
export const EngagementEvent = event('g', {
  m: Type.Integer({ minimum: 0, maximum: 86_400_000, description: 'visible and focused, ms in all' }),
  d: Type.Integer({ minimum: 0, maximum: 100, description: 'deepest scroll, percent' }),
  x: Type.Optional(Type.Literal(1)),
});
/** A click on a link to another site. */
export const OutboundEvent = event('o', { u: url });
/** A click on a link to a file. */
export const DownloadEvent = event('d', { u: url });
/** A form was submitted: field names `q`; values `w` only if the form opts in with `data-crm-form`. */
export const FormEvent = event('f', {
  n: Type.Optional(text(COLLECT_MAX_TITLE)),
  q: Type.Array(text(128), { maxItems: 100 }),
  w: Type.Optional(values),
});
/** A custom event, `crm('track', name, properties)`. */
export const CustomEvent_ = event('e', {
  n: Type.String({ minLength: 1, maxLength: 128 }),
  w: Type.Optional(values),
});
/** Who the visitor says they are, `crm('identify', {...})`; unproven. */
export const IdentifyEvent = event('i', { w: values });
/** Web vitals of a page view: LCP, INP, CLS, FCP, TTFB (ms; CLS unitless). */
export const VitalsEvent = event('w', {
  w: Type.Record(Type.String({ maxLength: 8 }), Type.Number(), { maxProperties: 8 }),
});

export const CollectEvent = Type.Union([
  ViewEvent,
  EngagementEvent,
  OutboundEvent,
  DownloadEvent,
  FormEvent,
  CustomEvent_,
  IdentifyEvent,
  VitalsEvent,
]);

export const CollectRequest = Type.Object(
  {
    /** Version of the format; the server accepts this one and the one before. */
    v: Type.Literal(1),
    /** Public key of the portal. */
    k: Type.String({ minLength: 1, maxLength: 64 }),
    /** Visitor; absent in anonymous mode, where the server derives a key that lives a day. */
    u: Type.Optional(ClientId),
    /** Visit; absent in anonymous mode. */
    s: Type.Optional(ClientId),
    /** Number of the last command that the page carried out. */
    c: Type.Optional(Type.Integer({ minimum: 0 })),
    e: Type.Array(CollectEvent, { minItems: 1, maxItems: COLLECT_MAX_EVENTS }),
  },
  { additionalProperties: false, $id: 'CollectRequest' },
);

/** What the CRM asks of the page, carried by the answer to `collect`. Numbers grow within a visit. */
export const CollectCommand = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  /** `page` runs a callback of the page: `crm('on', name, fn)`. */
  t: Type.Literal('page'),
  name: Type.String({ maxLength: 64 }),
  data: Type.Optional(Type.Unknown()),
});

/** Answer, sent after the events are durable. */
export const CollectAnswer = Type.Object(
  {
    /** Revision of the portal's configuration. */
    r: Type.Integer(),
    c: Type.Optional(Type.Array(CollectCommand)),
  },
  { $id: 'CollectAnswer' },
);

export type ClientId = Static<typeof ClientId>;
export type CollectEvent = Static<typeof CollectEvent>;
export type CollectRequest = Static<typeof CollectRequest>;
export type CollectCommand = Static<typeof CollectCommand>;
export type CollectAnswer = Static<typeof CollectAnswer>;
