import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Parts {
  stack: () => HTMLElement | undefined;
  button: () => HTMLElement;
  dismiss: (visitId: string) => void;
}

/** F6 leads to the pop-ups and back, Escape dismisses one; the focus never falls out of the page. */
export class PopUpFocus implements ReactiveController {
  #before: HTMLElement | undefined;
  #isListening = false;
  readonly #onWindowKey = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || event.defaultPrevented) return;
    event.preventDefault();
    if (this.#isInside) this.#return();
    else this.#enter();
  };

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly parts: Parts,
  ) {
    host.addController(this);
  }

  /** Whether there is anything to lead to. */
  set isListening(isListening: boolean) {
    if (isListening === this.#isListening) return;
    this.#isListening = isListening;
    if (isListening) addEventListener('keydown', this.#onWindowKey);
    else removeEventListener('keydown', this.#onWindowKey);
  }

  async onKey(event: KeyboardEvent): Promise<void> {
    const visitId = (event.target as Element).closest<HTMLElement>('.pop-up')?.dataset.visit;
    if (event.key !== 'Escape' || visitId === undefined) return;
    event.preventDefault();
    await this.dismiss(visitId);
  }

  /** The focus goes on to the pop-up that takes the place, or back to where it came from. */
  async dismiss(visitId: string): Promise<void> {
    const isInside = this.#isInside;
    const at = this.#names.findIndex(
      (name) => name.closest<HTMLElement>('.pop-up')?.dataset.visit === visitId,
    );
    if (isInside && this.#names.length === 1) this.#return();
    this.parts.dismiss(visitId);
    await this.host.updateComplete;
    if (isInside) (this.#names[at] ?? this.#names.at(-1))?.focus();
  }

  /** Gives the focus back before something takes the pop-ups away. */
  leave(take: () => void): void {
    if (this.#isInside) this.#return();
    take();
  }

  hostDisconnected(): void {
    this.isListening = false;
    this.#before = undefined;
  }

  get #names(): HTMLElement[] {
    return [...(this.parts.stack()?.querySelectorAll<HTMLElement>('.name') ?? [])];
  }

  get #isInside(): boolean {
    return this.parts.stack()?.matches(':focus-within') ?? false;
  }

  #enter(): void {
    const { activeElement } = document;
    this.#before =
      activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined;
    this.#names[0]?.focus();
  }

  #return(): void {
    const { activeElement } = document;
    const before = this.#before?.isConnected ? this.#before : undefined;
    before?.focus();
    // Somebody who came by pointer, or whose place is gone, or took no focus.
    if (!before || document.activeElement === activeElement) this.parts.button().focus();
    this.#before = undefined;
  }
}
