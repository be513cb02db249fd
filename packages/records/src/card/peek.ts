import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** From the first sign of interest to the card, ms. */
const SHOW_AFTER = 300;
/** From the last sign of interest to its end, ms: long enough to move over to the card. */
const HIDE_AFTER = 200;

/** Whether somebody wants to peek: by pointer or focus, after a moment; and for how long. */
export class Peek implements ReactiveController {
  /** Somebody has shown interest: what the card needs may be read. */
  isWanted = false;
  isOpen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.isWanted = this.isOpen = false;
  }

  /** Pointer or focus is here. */
  begin(): void {
    clearTimeout(this.#timer);
    if (this.isOpen) return;
    this.#set(true, false);
    this.#timer = setTimeout(() => this.#set(true, true), SHOW_AFTER);
  }

  /** Pointer or focus has left. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), HIDE_AFTER);
  }

  /** Shows it at once. */
  open(): void {
    clearTimeout(this.#timer);
    this.#set(true, true);
  }

  toggle(): void {
    clearTimeout(this.#timer);
    this.#set(!this.isOpen, !this.isOpen);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#set(false, false);
  }

  #set(isWanted: boolean, isOpen: boolean): void {
    if (this.isWanted === isWanted && this.isOpen === isOpen) return;
    this.isWanted = isWanted;
    this.isOpen = isOpen;
    this.host.requestUpdate();
  }
}
