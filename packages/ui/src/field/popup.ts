import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placePopup } from './place-popup.js';

interface Parts {
  anchor: () => Element | null;
  /** An element with `popover`. */
  popup: () => HTMLElement | null;
}

/** A popup in the top layer, so that nothing clips it; it follows its anchor while it is open. */
export class Popup implements ReactiveController {
  isOpen = false;
  readonly #place = () => {
    const [anchor, popup] = [this.parts.anchor(), this.parts.popup()];
    if (anchor && popup) placePopup(anchor, popup);
  };

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly parts: Parts,
  ) {
    host.addController(this);
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.parts.popup()?.showPopover();
    addEventListener('scroll', this.#place, { capture: true, passive: true });
    addEventListener('resize', this.#place);
    this.host.requestUpdate();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const popup = this.parts.popup();
    if (popup?.isConnected) popup.hidePopover();
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.isOpen) this.#place();
  }

  hostDisconnected(): void {
    this.close();
  }
}
