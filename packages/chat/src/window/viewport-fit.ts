import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells the styles what a phone's keyboard leaves of the screen: `--_height` and `--_top`. */
export class ViewportFit implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    visualViewport?.addEventListener('resize', this.#fit);
    visualViewport?.addEventListener('scroll', this.#fit);
    this.#fit();
  }

  hostDisconnected(): void {
    visualViewport?.removeEventListener('resize', this.#fit);
    visualViewport?.removeEventListener('scroll', this.#fit);
  }

  readonly #fit = (): void => {
    if (!visualViewport) return;
    this.host.style.setProperty('--_height', `${visualViewport.height}px`);
    this.host.style.setProperty('--_top', `${visualViewport.offsetTop}px`);
  };
}
