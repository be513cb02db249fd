import type { FormValues } from './events.js';

/** What was typed, and under which id it was sent last. */
interface Kept {
  values?: FormValues;
  sent?: { id: string; text: string };
}

/** Keeps what was typed while the tab lives: a failure or a reload costs nothing. */
export interface KeptAnswers {
  readonly values: FormValues;
  save(values: FormValues): void;
  /** The id of this sending: the same for the same words, so that a repeat is taken once. */
  idOf(values: FormValues, newId: () => string): string;
  forget(): void;
}

/** Without storage, or where it is full, the page itself remembers. */
export const createKeptAnswers = (key: string): KeptAnswers => {
  const name = `crm-web-form:${key}`;
  let kept: Kept = {};
  try {
    kept = Object(JSON.parse(sessionStorage.getItem(name) ?? '{}')) as Kept;
  } catch {
    // Storage is denied, or something else has written there.
  }
  const write = (next: Kept): void => {
    kept = next;
    try {
      if (next.values) sessionStorage.setItem(name, JSON.stringify(next));
      else sessionStorage.removeItem(name);
    } catch {
      // As above.
    }
  };
  return {
    get values() {
      return Object(kept.values) as FormValues;
    },
    save: (values) => write({ ...kept, values }),
    idOf(values, newId) {
      const text = JSON.stringify(values);
      const sent = kept.sent?.text === text ? kept.sent : { id: newId(), text };
      write({ values, sent });
      return sent.id;
    },
    forget: () => write({}),
  };
};
