import type { ClientId, CollectAnswer, CollectEvent } from '@crm-elements/contract';
import type { Identity } from './identity.js';
import type { Store } from './delivery/store.js';

/** What a visitor agreed to. `optout` is final: nothing turns it back. */
export type Consent = 'denied' | 'anonymous' | 'granted' | 'optout';

/** A visitor's visit; both ids are absent in anonymous mode. */
export interface Visit {
  readonly u?: ClientId | undefined;
  readonly s?: ClientId | undefined;
}

/** A visit as it is now. */
export interface Touched extends Visit {
  /** It began just now. */
  readonly fresh?: boolean;
}

/** An event as it waits. */
export interface Entry extends Visit {
  /** When it happened, epoch ms. */
  readonly z: number;
  readonly e: CollectEvent;
}

/** What is undefined is left out of JSON, so it may stand for what is absent. */
type Loose<E> = { [K in keyof E]: undefined extends E[K] ? E[K] | undefined : E[K] };
type Unsent<E> = E extends CollectEvent
  ? Loose<Omit<E, 'i' | 'a' | 'p'>> & { i?: ClientId; p?: ClientId | undefined }
  : never;
/** An event without what the tracker fills in. */
export type NewEvent = Unsent<CollectEvent>;

/** Values of a form, a custom event or an identification. */
export type Values = Record<string, string | number | boolean>;

/** Takes the value of a web vital: ms, CLS without a unit. */
export type ReportVital = (name: string, value: number) => unknown;

/** The module that measures web vitals; it is imported when the page is idle. */
export interface VitalsModule {
  measureVitals(report: ReportVital): void;
}

/** The module that answers calls of `$zoho.salesiq`; it is imported where the page has such. */
export interface SalesIq {
  connect(visitor: () => Touched | undefined): void;
}

/** The page view that the visitor is looking at. */
export interface View {
  readonly i: ClientId;
  /** Engaged time so far, ms. */
  readonly engaged: () => number;
}

/** Calls of `crm`, each a list of arguments. */
export type Calls = Iterable<unknown>[];

/** What the `data-*` attributes of the script tag say, under the same names. */
export interface TrackerOptions {
  /** Any address at the backend; that of the script, where there is a script tag. */
  readonly src: string;
  /** Public key of the portal. */
  readonly portal: string;
  /** `required`: nothing is stored or sent before `crm('consent', ...)`. */
  readonly consent?: string;
  /** If present, a change of the fragment is a page view. */
  readonly hash?: string;
  /** What the page called before the tracker was there; it runs before the first page view. */
  readonly queued?: Calls;
}

export interface ScriptOptions extends TrackerOptions {
  /** `off`: web vitals are left out. */
  readonly vitals?: string;
  /** `hidden`: the launcher stays away. */
  readonly chat?: string;
  /** Language of the launcher. */
  readonly lang?: string;
}

/** Callback of `crm('on', name, callback)`. */
export type Listener = (data: unknown) => void;

/** `crm(command, ...args)`: never throws; a bad value warns once in the console. */
export interface Command {
  (command: 'page', url?: string, title?: string): void;
  (command: 'page', page: { url?: string; title?: string }): void;
  (command: 'track', name: string, properties?: Values): void;
  /** Null: the person signs out, and what follows belongs to another visitor. */
  (command: 'identify', values: Values | null): void;
  (command: 'consent', choice: 'denied' | 'anonymous' | 'granted'): void;
  (command: 'optout'): void;
  (command: 'chat', action: string): void;
  (command: 'on', name: string, listener: Listener): void;
  /** The same with the arguments as a list. */
  push(call: Iterable<unknown>): void;
}

/** What a command does with what the page passed. */
export type Handler = (...args: unknown[]) => void;

/** What the parts of a tracker share, and where they meet. */
export interface Core {
  readonly portal: string;
  /** Where events go; also the name of the lock under which one tab sends the backlog. */
  readonly url: string;
  readonly store: Store;
  readonly identity: Identity;
  /** Sends an event, unless the visitor's choice forbids it. */
  readonly push: (event: NewEvent) => void;
  /** Commands of the page, by name. */
  readonly handlers: Record<string, Handler>;
  /** An event as it happens now, in the current visit. */
  readonly entry: (event: NewEvent) => Entry;
  /** The current view; none before the visitor has agreed. */
  view?: View | undefined;
  /** Takes the answer to the events of a visit. */
  answered?: (answer: CollectAnswer, visit: ClientId | undefined) => void;
  /** The page has been open for a while and the browser is idle. */
  settled?: () => void;
  /** What is sent together with the end of the page. */
  rider?: () => CollectEvent | undefined;
}

/** A part of the tracker that a smaller build leaves out. */
export type Feature = (core: Core) => void;
