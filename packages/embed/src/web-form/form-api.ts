import type { WebFormDescription } from '@crm-elements/contract';
import type { FormValues } from './events.js';
import type { TrackedVisit } from './tracked-visit.js';

/** Something was not done. */
export class Refusal extends Error {
  constructor(
    readonly why: 'gone' | 'busy' | 'offline' | 'failed' | 'invalid',
    /** API names of the fields that were refused. */
    readonly faults: readonly string[] = [],
  ) {
    super(why);
  }
}

/** What is sent. */
export interface Submission extends TrackedVisit {
  /** UUID; a repeat under the same is answered, not done again. */
  readonly client_id: string;
  readonly values: FormValues;
}

/** Where the page is, to whom the CRM answers. */
export interface FormApi {
  /** @throws Refusal */
  read(): Promise<WebFormDescription>;
  /** @returns where the browser goes then; null: the form thanks in place @throws Refusal */
  send(submission: Submission): Promise<string | null>;
}

/** Between the tries of a sending, ms; a server that is restarted is back by the last one. */
const PAUSES = [600, 2_500];
const TIMEOUT = 20_000;
/** Browsers send no more than this on behalf of a page that is gone, bytes. */
const KEPT_ALIVE = 50_000;

const refusalOf = async (response: Response): Promise<Refusal> => {
  if (response.status === 404 || response.status === 403) return new Refusal('gone');
  if (response.status === 429) return new Refusal('busy');
  if (response.status !== 400) return new Refusal('failed');
  const { errors = [] } = (await response.json()) as { errors?: { path: string }[] };
  return new Refusal(
    'invalid',
    errors.map(({ path }) => path.replace('/values/', '')),
  );
};

/** Speaks for one form. @param signal ends everything under way, with the element */
export const createFormApi = (baseUrl: string, key: string, signal: AbortSignal): FormApi => {
  const address = (path: string): URL => new URL(`/v1/web-forms/${encodeURIComponent(key)}${path}`, baseUrl);
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await fetch(address(path), {
      ...init,
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
    }).catch(() => undefined);
    if (!response) throw new Refusal(navigator.onLine ? 'failed' : 'offline');
    if (!response.ok) throw await refusalOf(response);
    return (await response.json()) as T;
  };
  const pause = (wait: number) => new Promise((resolve) => setTimeout(resolve, wait));

  return {
    read: () => ask('/description'),
    async send(submission) {
      const body = JSON.stringify(submission);
      const init = {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
        keepalive: body.length < KEPT_ALIVE,
      };
      for (const wait of PAUSES) {
        try {
          const { return_url: next } = await ask<{ return_url: string | null }>('/submissions', init);
          return next;
        } catch (refusal) {
          if ((refusal as Refusal).why !== 'failed' || signal.aborted) throw refusal;
          await pause(wait);
        }
      }
      return (await ask<{ return_url: string | null }>('/submissions', init)).return_url;
    },
  };
};
