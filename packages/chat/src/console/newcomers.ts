import type { Conversation } from '@crm-elements/contract';

/** Tells of each conversation that comes to wait, and again when it comes back; those of the first look are no news. */
export class Newcomers {
  #known: Set<string> | undefined;

  /** @returns those that were not there before */
  meet(waiting: readonly Conversation[]): Conversation[] {
    const known = this.#known;
    this.#known = new Set(waiting.map(({ id }) => id));
    return known ? waiting.filter(({ id }) => !known.has(id)) : [];
  }
}
