import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController, type Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { serverTime } from '../clock-skew.js';
import { elapsed } from '../elapsed.js';
import { CrmVisitorOpenEvent } from '../../events.js';
import { words } from '../../i18n/index.js';
import { renderType, shortAddress } from '../../shared/render-link.js';
import { shared } from '../../shared/shared.styles.js';
import { unknownName } from '../../shared/visitor-name.js';
import { isOnline, type ShownVisitor, type VisitorsState } from '../visitors-state.js';
import { onlineWords } from '../i18n/index.js';
import { styles } from './crm-visitor-rings.styles.js';
import { RingPlaces } from './place-in-rings.js';
import { renderPicture } from './render-picture.js';
import { RingsStore, type Rings, type RingsState } from './rings-store.js';

/** Visitors of a ring whose lines are drawn at most. */
const LINES = 50;

/**
 * Online visitors in four rings: the closer to the middle, the more they are worth. Behind the picture is a list of the
 * same, for the keyboard and for who cannot see it.
 *
 * @tagname crm-visitor-rings
 * @csspart picture - The rings with their dots.
 * @csspart adjust - The button that changes the rings, for those who may.
 * @csspart ring - The list of those in one ring.
 * @csspart type - What the visitor is to the CRM.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the rings.
 * @fires {CrmVisitorOpenEvent} crm-visitor-open - A visitor was activated.
 */
export class CrmVisitorRings extends CrmElement {
  static override styles = [CrmElement.styles, shared, styles];
  static override dictionaries = [...CrmElement.dictionaries, words, onlineWords];

  /** The visitors to place, as the list around it has them. */
  @property({ attribute: false }) state: VisitorsState | undefined;

  /** The dialog is open. */
  @state() private isAdjusting = false;

  readonly #rings = new StoreController<Resource<RingsState>, RingsStore>(
    this,
    () => this.crm && { client: this.crm, key: 'visitor-rings', create: (client) => new RingsStore(client) },
  );

  #placing: { rings: Rings; places: RingPlaces } | undefined;

  protected override render(): TemplateResult | typeof nothing {
    return renderResource(this.#rings.value, {
      terms: (dictionary) => this.terms(dictionary),
      retry: () => void this.#rings.source?.refresh(),
      isEmpty: () => !this.state,
      empty: () => nothing,
      ready: (rings) => (this.state ? this.renderRings(rings, this.state) : nothing),
    });
  }

  protected renderRings({ rings, ...own }: RingsState, { visitors, skew }: VisitorsState): TemplateResult {
    const shown = visitors.filter(isOnline);
    const now = () => serverTime(skew, Date.now());
    if (this.#placing?.rings !== rings) this.#placing = { rings, places: new RingPlaces(rings) };
    const places = this.#placing.places.place(shown, now());
    return html`<div class="rings">
      ${own.mayChange ? this.renderAdjust(own) : nothing}
      ${renderPicture({
        places,
        nameOf: (visitor) => this.#nameOf(visitor),
        onOpen: (visitor) => this.#open(visitor),
      })}
      <div class="places">
        ${places.map((inside, place) => (inside.length > 0 ? this.renderPlace(inside, place, now) : nothing))}
      </div>
    </div>`;
  }

  /** What changes the rings, for those who may. */
  protected renderAdjust({ texts, defaults }: Omit<RingsState, 'rings'>): TemplateResult {
    const label = this.terms(onlineWords).adjustRings;
    return html`<button
        class="button quiet adjust"
        part="adjust"
        type="button"
        @click=${() => void this.#adjust()}
      >
        ${label}
      </button>
      ${
        this.isAdjusting
          ? html`<crm-visitor-rings-dialog
              .client=${this.crm}
              .texts=${texts}
              .defaults=${defaults}
              .save=${async (next: RingsState['texts']) => this.#rings.source?.save(next)}
              @close=${() => (this.isAdjusting = false)}
            ></crm-visitor-rings-dialog>`
          : nothing
      }`;
  }

  protected renderPlace(visitors: readonly ShownVisitor[], place: number, now: () => number): TemplateResult {
    const terms = this.terms(onlineWords);
    const label = terms.ring[place] ?? terms.outside;
    const rest = visitors.length - LINES;
    return html`<section part="ring" aria-label=${label}>
      <h3>${label} <span class="muted">${this.formats.number(visitors.length)}</span></h3>
      <ul>
        ${repeat(
          visitors.slice(0, LINES),
          ({ visit_id: id }) => id,
          (visitor) => this.renderLine(visitor, this.formats, now),
        )}
        ${rest > 0 ? html`<li class="muted">${terms.more(this.formats.number(rest))}</li>` : nothing}
      </ul>
    </section>`;
  }

  protected renderLine(visitor: ShownVisitor, formats: Formats, now: () => number): TemplateResult {
    const { page, started_at: started, visitor_type: type } = visitor;
    return html`<li>
      <button class="name" type="button" @click=${() => this.#open(visitor)}>
        <bdi class="cut">${this.#nameOf(visitor)}</bdi>
      </button>
      ${renderType(type, this.terms(words))}
      <span class="page muted"><bdi class="cut">${page.title || shortAddress(page.url)}</bdi></span>
      <span class="clock">${elapsed({ from: Date.parse(started), to: undefined, now, formats })}</span>
    </li>`;
  }

  async #adjust(): Promise<void> {
    // Who cannot load it tries again.
    await import('./define-editing.js').then(
      () => (this.isAdjusting = true),
      () => undefined,
    );
  }

  #nameOf({ record, visit_id: id }: ShownVisitor): string {
    return record?.name ?? unknownName(id, this.terms(words), this.formats);
  }

  #open({ visit_id: id, record }: ShownVisitor): void {
    this.dispatchEvent(new CrmVisitorOpenEvent(id, record));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visitor-rings': CrmVisitorRings;
  }
}
