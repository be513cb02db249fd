/** So long a finger rests before it counts as a press, ms, and so far it may stray meanwhile, px. */
const HOLD = 500;
const STRAY = 10;

/** A finger that rests on something; its end is no click, and no menu of the browser comes of it. */
export class LongPress {
  #start: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | undefined;
  #isDone = false;

  constructor(private readonly onPress: () => void) {}

  /** Every event of a pointer, and what the browser makes of it. */
  hear(event: Event): void {
    if (event.type === 'click' || event.type === 'contextmenu') this.#swallow(event);
    else if (event instanceof PointerEvent && event.pointerType === 'touch') this.#follow(event);
  }

  cancel(): void {
    clearTimeout(this.#start?.timer);
    this.#start = undefined;
  }

  #follow({ type, clientX: x, clientY: y }: PointerEvent): void {
    const start = this.#start;
    if (type === 'pointerdown') {
      this.cancel();
      this.#isDone = false;
      this.#start = { x, y, timer: setTimeout(() => this.#press(), HOLD) };
    } else if (type !== 'pointermove' || (start && Math.hypot(x - start.x, y - start.y) > STRAY))
      this.cancel();
  }

  #press(): void {
    this.#isDone = true;
    this.onPress();
  }

  #swallow(event: Event): void {
    const isMine = event.type === 'contextmenu' ? this.#start !== undefined : this.#isDone;
    if (!isMine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click') this.#isDone = false;
  }
}
