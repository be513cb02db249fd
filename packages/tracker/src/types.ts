import type { ClientId, CollectAnswer, CollectEvent } from '@crm-elements/contract';
import type { Identity } from './identity.js';

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

type Unsent<E> = E extends CollectEvent ? Omit<E, 'i' | 'a' | 'p'> & { i?: ClientId; p?: ClientId } : never;
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

/** The page view that the visitor is looking at. */
export interface View extends Visit {
  readonly id: ClientId;
  /** Engaged time so far, ms; tells it whether the reader is attentive from now on. */
  readonly engaged: (attentive: boolean) => number;
}

/** Calls of `crm`, each a list of arguments. */
export type Calls = ArrayLike<unknown>[];

export interface CoreOptions {
  /** Any address at the backend; of the script tag, the script's own. */
  readonly src: string;
  /** Public key of the portal. */
  readonly portal: string;
  /** Nothing is stored or sent before `consent`. Default: false. */
  readonly consentRequired?: boolean;
  /** A change of the fragment is a page view. Default: false. */
  readonly hash?: boolean;
  /** What the page called before the tracker was there; it runs before the first page view. */
  readonly queued?: Calls;
}

/** Callback of `crm('on', name, callback)`. */
export type Listener = (data: unknown) => void;

/** `crm(command, ...args)`: never throws; a bad value warns once in the console. */
export interface Command {
  (command: 'page', url?: string, title?: string): void;
  (command: 'page', page: { url?: string; title?: string }): void;
  (command: 'track', name: string, properties?: Values): void;
  (command: 'identify', values: Values): void;
  (command: 'consent', choice: 'denied' | 'anonymous' | 'granted'): void;
  (command: 'optout'): void;
  (command: 'chat', action: string): void;
  (command: 'on', name: string, listener: Listener): void;
}

/** What a command does with what the page passed. */
export type Handler = (...args: unknown[]) => void;

/** What a feature may use of the core, and where it hooks in. */
export interface Core {
  /** Sends an event, unless the visitor's choice forbids it. */
  readonly push: (event: NewEvent) => void;
  readonly identity: Identity;
  readonly viewId: () => ClientId | undefined;
  /** Commands of the page, by name. */
  readonly handlers: Record<string, Handler>;
  /** Takes the answer to the events of a visit. */
  answered?: (answer: CollectAnswer, visit: ClientId | undefined) => void;
  /** What is sent together with the end of the page. */
  rider?: () => CollectEvent | undefined;
  /** The page came back from the back/forward cache. */
  restored?: () => void;
}

/** A part of the tracker that a smaller build leaves out. */
export type Feature = (core: Core) => void;
