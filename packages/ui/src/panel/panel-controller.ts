import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placePanel } from './place-panel.js';

interface Parts {
  panel: HTMLElement;
  bell: HTMLElement;
}

/** Whether the panel is open; while it is, it stays at its bell. The browser closes it. */
export class PanelController implements ReactiveController {
  isOpen = false;
  readonly #place = () => {
    const { panel, bell } = this.parts();
    placePanel(panel, bell);
  };

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly parts: () => Parts,
  ) {
    host.addController(this);
  }

  /** The focus goes from the panel to its bell; browsers do not find the bell in a shadow tree. */
  beforeToggle({ newState }: ToggleEvent): void {
    const { panel, bell } = this.parts();
    if (newState === 'closed' && panel.matches(':focus-within')) bell.focus();
  }

  /** Follows what the browser has done with the panel. */
  toggle(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.host.requestUpdate();
    this.#unwatch();
    if (!isOpen) return;
    addEventListener('resize', this.#place);
    addEventListener('scroll', this.#place, { capture: true, passive: true });
    void this.host.updateComplete.then(() => {
      this.#place();
      this.parts().panel.focus();
    });
  }

  hostDisconnected(): void {
    this.isOpen = false;
    this.#unwatch();
  }

  #unwatch(): void {
    removeEventListener('resize', this.#place);
    removeEventListener('scroll', this.#place, { capture: true });
  }
}
