import type { ReactiveControllerHost } from 'lit';

/** A part of an element that is loaded when it is first drawn. */
export class LazyPart<T> {
  #value: T | undefined;
  #isLoading = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<T>,
  ) {}

  /** Undefined until it is there. Who cannot load it tries again when it is drawn again. */
  get value(): T | undefined {
    if (!this.#value && !this.#isLoading) void this.#fetch();
    return this.#value;
  }

  async #fetch(): Promise<void> {
    this.#isLoading = true;
    this.#value = await this.load().catch(() => undefined);
    this.#isLoading = false;
    if (this.#value) this.host.requestUpdate();
  }
}
