import { html, svg, type TemplateResult } from 'lit';
import type { ShownVisitor } from '../visitors-state.js';

/** Radii of the rings, in units of the picture; the last place is outside of all. */
const RADII = [44, 88, 132, 176];
const SIZE = 440;
/** Dots drawn of each ring at most, so that the picture stays one however many come; the list tells the number. */
const MOST = [24, 48, 72, 96, 120];
/** Turns that spread neighbours evenly. */
const GOLDEN = 2.399963;

interface Picture {
  places: readonly (readonly ShownVisitor[])[];
  nameOf: (visitor: ShownVisitor) => string;
  onOpen: (visitor: ShownVisitor) => void;
}

/** Where a visitor stands: always the same spot of a ring, so that nobody jumps as others come and go. */
function spotOf({ visit_id: id }: ShownVisitor, place: number): { x: number; y: number } {
  const number = Number(BigInt(id) % 100_003n);
  const inner = place === 0 ? 8 : (RADII[place - 1] ?? 0) + 9;
  const outer = (RADII[place] ?? SIZE / 2) - 9;
  const radius = inner + ((number * 37) % 101) * ((outer - inner) / 100);
  const angle = number * GOLDEN;
  return { x: SIZE / 2 + radius * Math.cos(angle), y: SIZE / 2 + radius * Math.sin(angle) };
}

/** The rings with their visitors, for the eye and the pointer; the list behind it is for everybody. */
export function renderPicture({ places, nameOf, onOpen }: Picture): TemplateResult {
  const dot = (visitor: ShownVisitor, place: number) => {
    const { x, y } = spotOf(visitor, place);
    return svg`<circle
      class="visitor"
      data-type=${visitor.visitor_type}
      cx=${x.toFixed(1)}
      cy=${y.toFixed(1)}
      r="6.5"
      @click=${() => onOpen(visitor)}
    ><title>${nameOf(visitor)} – ${visitor.page.title || visitor.page.url}</title></circle>`;
  };
  return html`<svg class="picture" part="picture" viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true">
    ${[...RADII].reverse().map((radius) => svg`<circle class="ring" cx=${SIZE / 2} cy=${SIZE / 2} r=${radius}></circle>`)}
    ${places.map((visitors, place) => visitors.slice(0, MOST[place]).map((visitor) => dot(visitor, place)))}
  </svg>`;
}
