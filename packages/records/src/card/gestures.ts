import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LongPress } from './long-press.js';
import type { Peek } from './peek.js';

const heard = [
  ...['pointerenter', 'pointerleave', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel'],
  ...['focusin', 'focusout', 'contextmenu', 'click'],
];

/** Shows the card by pointer, by keyboard focus or by a long press, and hides it by Escape or a press elsewhere. */
export class Gestures implements ReactiveController, EventListenerObject {
  #anchor: HTMLElement | undefined;
  #isOpen = false;
  readonly #press = new LongPress(() => this.peek.open());

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly peek: Peek,
  ) {
    host.addController(this);
  }

  /** An element beside the host that the card belongs to. */
  get anchor(): HTMLElement | undefined {
    return this.#anchor;
  }

  set anchor(anchor: HTMLElement | undefined) {
    if (anchor === this.#anchor) return;
    this.peek.close();
    this.#press.cancel();
    if (this.#anchor) this.#listen(this.#anchor, false);
    this.#anchor = anchor;
    if (anchor && this.host.isConnected) this.#listen(anchor, true);
  }

  hostConnected(): void {
    for (const target of this.#targets) this.#listen(target, true);
  }

  hostDisconnected(): void {
    for (const target of this.#targets) this.#listen(target, false);
    this.#press.cancel();
    this.#watch(false);
  }

  hostUpdated(): void {
    this.#watch(this.peek.isOpen && this.host.isConnected);
  }

  /** Somebody has pointed at the anchor, or pressed it, before it was known as one. */
  begin(event: Event): void {
    if (isHovering(event)) this.peek.begin();
    else this.#press.hear(event);
  }

  handleEvent(event: Event): void {
    this.#press.hear(event);
    switch (event.type) {
      case 'pointerenter':
        if (isHovering(event)) this.peek.begin();
        break;
      case 'pointerleave':
        if (isHovering(event) && !this.#hasFocus) this.peek.end();
        break;
      case 'focusin':
        this.#onFocus(event);
        break;
      case 'focusout':
        this.peek.end();
        break;
    }
  }

  get #targets(): HTMLElement[] {
    return this.#anchor ? [this.host, this.#anchor] : [this.host];
  }

  get #hasFocus(): boolean {
    return this.#targets.some((target) => target.matches(':focus-within'));
  }

  #listen(target: HTMLElement, isOn: boolean): void {
    for (const type of heard)
      if (isOn) target.addEventListener(type, this, { capture: true });
      else target.removeEventListener(type, this, { capture: true });
  }

  #onFocus(event: Event): void {
    const [focused] = event.composedPath();
    const isByKeyboard = focused instanceof Element && focused.matches(':focus-visible:not(.peek)');
    if (this.peek.isOpen || isByKeyboard) this.peek.begin();
  }

  /** Listens to the whole page while the card is shown: who only hovers has the focus elsewhere. */
  #watch(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    const change = isOpen ? 'addEventListener' : 'removeEventListener';
    document[change]('keydown', this.#onKey, { capture: true });
    document[change]('pointerdown', this.#onPressElsewhere, { capture: true });
  }

  /** Only the card is closed: a dialog around it stays. */
  readonly #onKey = (event: Event) => {
    if ((event as KeyboardEvent).key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    // Whoever was in the card is back where it came from, which is no new interest.
    if (this.host.shadowRoot?.activeElement) this.#anchor?.focus();
    this.peek.close();
  };

  readonly #onPressElsewhere = (event: Event) => {
    const path = event.composedPath();
    if (!this.#targets.some((target) => path.includes(target))) this.peek.close();
  };
}

const isHovering = (event: Event) => (event as PointerEvent).pointerType !== 'touch';
