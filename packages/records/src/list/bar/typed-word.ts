import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Who pauses this long has finished a word, ms. */
const PAUSE = 300;

/** What is being typed into a search field, told when the writer pauses. */
export class TypedWord implements ReactiveController {
  #typed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly tell: (word: string) => void,
  ) {
    host.addController(this);
  }

  /** What the field shows: what is typed, else what is searched for. */
  or(word: string): string {
    return this.#typed ?? word;
  }

  readonly take = (word: string): void => {
    this.#typed = word;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#typed = undefined;
      this.tell(word);
    }, PAUSE);
  };

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
