import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What comes within this time is told in one sentence, ms. */
const GATHER = 1_000;
/** How long a sentence stays in the live region, so that it is not met again when reading through, ms. */
const STAY = 5_000;

/** Text of a live region: what is new, told once. */
export class Announcer implements ReactiveController {
  text = '';
  #sentence: (() => string) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** @param sentence made when it is said, so that it tells the latest */
  say(sentence: () => string): void {
    const isGathering = this.#sentence !== undefined;
    this.#sentence = sentence;
    if (isGathering) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#speak(), GATHER);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#sentence = undefined;
    this.text = '';
  }

  #speak(): void {
    this.#show(this.#sentence?.() ?? '');
    this.#sentence = undefined;
    this.#timer = setTimeout(() => this.#show(''), STAY);
  }

  #show(text: string): void {
    this.text = text;
    this.host.requestUpdate();
  }
}
