import type { VisitorNotice } from '@crm-elements/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a pop-up stays, ms. */
export const STAY = 12_000;
/** The end of it, in which it fades. */
export const FADE = 600;
/** Pop-ups at a time. */
export const SHOWN = 3;

interface PopUp {
  notice: VisitorNotice;
  /** Time it still has, ms. */
  left: number;
}

/** What keeps pop-ups from going. */
type Hold = 'pointer' | 'focus' | 'hidden';

/** Notices that pop up and go by themselves, but not while the reader is at them or looks elsewhere. */
export class PopUps implements ReactiveController {
  /** Newest first, but for those that came while the reader was at them. */
  #all: PopUp[] = [];
  readonly #holds = new Set<Hold>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  readonly #onVisibility = () => (document.hidden ? this.hold('hidden') : this.release('hidden'));

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get shown(): { notice: VisitorNotice; isFading: boolean }[] {
    return this.#all.slice(0, SHOWN).map(({ notice, left }) => ({ notice, isFading: left <= FADE }));
  }

  /** How many more there are. */
  get rest(): number {
    return Math.max(0, this.#all.length - SHOWN);
  }

  /** @param notices newest first */
  add(notices: readonly VisitorNotice[]): void {
    this.#halt();
    const added = notices.map((notice) => ({ notice, left: STAY }));
    // What the reader is at does not move away.
    const isAt = this.#holds.has('pointer') || this.#holds.has('focus');
    const at = isAt ? SHOWN : 0;
    this.#all = [...this.#all.slice(0, at), ...added, ...this.#all.slice(at)];
    this.#change();
  }

  dismiss(visitId: string): void {
    this.#halt();
    this.#all = this.#all.filter(({ notice }) => notice.visitor.visit_id !== visitId);
    this.#change();
  }

  dismissAll(): void {
    this.#halt();
    this.#all = [];
    this.#change();
  }

  /** They stay, those that were going too. */
  hold(why: Hold): void {
    this.#halt();
    this.#holds.add(why);
    for (const popUp of this.#all) popUp.left = Math.max(popUp.left, STAY / 3);
    this.#change();
  }

  release(why: Hold): void {
    if (this.#holds.delete(why)) this.#change();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (document.hidden) this.hold('hidden');
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#halt();
    this.#all = [];
    this.#holds.clear();
  }

  /** Draws, and waits for the next one to fade or to go. */
  #change(): void {
    this.host.requestUpdate();
    if (this.#all.length === 0) this.#holds.delete('pointer');
    if (this.#all.length === 0) this.#holds.delete('focus');
    if (this.#all.length === 0 || this.#holds.size > 0 || this.#timer !== undefined) return;
    this.#since = Date.now();
    const next = Math.min(...this.#all.map(({ left }) => (left > FADE ? left - FADE : left)));
    this.#timer = setTimeout(() => {
      this.#halt();
      this.#all = this.#all.filter(({ left }) => left > 0);
      this.#change();
    }, next);
  }

  #halt(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const passed = Date.now() - this.#since;
    for (const popUp of this.#all) popUp.left -= passed;
  }
}
