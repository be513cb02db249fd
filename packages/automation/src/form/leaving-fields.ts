import type { LitElement, ReactiveController } from 'lit';

/** Tells which part of a form was written in and is left now; one that was only passed through is not told of. */
export class LeavingFields implements ReactiveController {
  #written = '';

  constructor(
    private readonly host: LitElement,
    private readonly tell: (path: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const { renderRoot } = this.host;
    renderRoot.addEventListener('input', this.#onInput);
    renderRoot.addEventListener('focusout', this.#onLeave);
  }

  hostDisconnected(): void {
    const { renderRoot } = this.host;
    renderRoot.removeEventListener('input', this.#onInput);
    renderRoot.removeEventListener('focusout', this.#onLeave);
  }

  readonly #onInput = (event: Event) => {
    this.#written = partOf(event.target)?.dataset.path ?? '';
  };

  readonly #onLeave = (event: Event) => {
    const part = partOf(event.target);
    const next = (event as FocusEvent).relatedTarget;
    if (!part || !this.#written || part.dataset.path !== this.#written) return;
    if (next instanceof Node && part.contains(next)) return;
    this.#written = '';
    const { path } = part.dataset;
    // Taking the form off the page takes the focus first: that is not leaving a part.
    queueMicrotask(() => this.host.isConnected && this.tell(path));
  };
}

const partOf = (target: EventTarget | null): HTMLElement | null =>
  (target as Element | null)?.closest<HTMLElement>('[data-path]') ?? null;
