import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Announcer } from '@crm-elements/core/lit';
import { serverTime } from './clock-skew.js';
import { styles } from './crm-visitors.styles.js';
import { CrmVisitorOpenEvent } from './events.js';
import { PortalElement } from './portal-element.js';
import { renderEmpty } from './render-empty.js';
import { renderType } from './render-link.js';
import {
  renderAvatar,
  renderDevice,
  renderPage,
  renderSource,
  renderTime,
  type Drawing,
} from './render-visitor.js';
import { shared } from './shared.styles.js';
import { unknownName } from './visitor-name.js';
import { isOnline, type ShownVisitor, type VisitorsState } from './visitors-state.js';
import { VisitorsStore } from './visitors-store.js';

/**
 * Who is on the site now: page, way, time, source; live.
 *
 * @tagname crm-visitors
 * @slot heading - Before the number of visitors.
 * @slot empty - Instead of the words shown when nobody is online.
 * @csspart bar - The line with the number of visitors and the filter.
 * @csspart count - The number of visitors.
 * @csspart portal-filter - The choice of a portal, where there are several.
 * @csspart visitor - One visitor.
 * @csspart name - The visitor's name.
 * @csspart type - What the visitor is to the CRM.
 * @csspart path - The pages of the visit.
 * @csspart link - A link to a visited page.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 * @cssprop [--crm-accent] - Colour of links and focus.
 * @cssprop [--crm-surface] - Background.
 * @fires {CrmVisitorOpenEvent} crm-visitor-open - A visitor's name was activated; unfolds the pages unless cancelled.
 * @fires {CrmPortalChangedEvent} crm-portal-changed - The reader has chosen a portal.
 */
export class CrmVisitors extends PortalElement {
  static override styles = [CrmElement.styles, shared, styles];

  readonly #visitors = new StoreController<Resource<VisitorsState>, VisitorsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `visitors/${this.portalId}`,
        create: (client) => new VisitorsStore(client, this.portalId),
      },
  );
  readonly #announcer = new Announcer(this);
  /** Who was shown at the last drawing, and by which store. */
  #met: { source: VisitorsStore; ids: Set<string> } | undefined;

  protected override updated(): void {
    const { source, value } = this.#visitors;
    if (!source || !value?.data) return;
    const { visitors } = value.data;
    const met = this.#met?.source === source ? this.#met.ids : undefined;
    if (met && visitors.some((visitor) => isOnline(visitor) && !met.has(visitor.visit_id))) {
      this.#announcer.say(() => this.#countText());
    }
    this.#met = { source, ids: new Set(visitors.map((visitor) => visitor.visit_id)) };
  }

  protected override render() {
    const resource = this.#visitors.value;
    return html`
      <div class="frame">
        <div class="bar" part="bar" ?data-quiet=${resource?.status === 'error'}>
          <slot name="heading"></slot>
          ${resource?.data ? this.renderCount() : nothing} ${this.renderPortalFilter()}
        </div>
        ${renderResource(resource, {
          terms: (words) => this.terms(words),
          retry: () => this.#visitors.source?.refresh(),
          isEmpty: ({ visitors }) => visitors.length === 0,
          empty: () => this.renderEmpty(),
          ready: (state) => this.renderVisitors(state),
        })}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderCount(): TemplateResult {
    return html`<p class="count" part="count">
      <span class="dot" ?data-left=${this.#onlineCount() === 0} aria-hidden="true"></span>${this.#countText()}
    </p>`;
  }

  protected renderEmpty(): TemplateResult {
    const { emptyVisitors, emptyVisitorsHint } = this.words;
    return html`<slot name="empty">${renderEmpty(emptyVisitors, emptyVisitorsHint)}</slot>`;
  }

  protected renderVisitors({ visitors, skew }: VisitorsState): TemplateResult {
    const { words: terms, formats } = this;
    const drawing: Drawing = { terms, formats, now: () => serverTime(skew, Date.now()) };
    const columns = [terms.visitorField, terms.page, terms.source, terms.device, terms.timeOnSite];
    return html`
      <div class="columns" aria-hidden="true">${columns.map((column) => html`<span>${column}</span>`)}</div>
      <ul class="visitors" aria-label=${terms.visitors}>
        ${repeat(
          visitors,
          ({ visit_id: id }) => id,
          (visitor) => this.renderVisitor(visitor, drawing),
        )}
      </ul>
    `;
  }

  protected renderVisitor(visitor: ShownVisitor, drawing: Drawing): TemplateResult {
    return html`
      <li class="visitor" part="visitor" ?data-left=${!isOnline(visitor)}>
        <div class="who">
          ${renderAvatar(visitor)}
          <div class="lines">${this.renderWho(visitor, drawing)}</div>
        </div>
        <div class="lines page">${renderPage(visitor, drawing)}</div>
        <div class="lines source">${renderSource(visitor, drawing)}</div>
        <div class="lines device">${renderDevice(visitor, drawing)}</div>
        <div class="lines time">${renderTime(visitor, drawing)}</div>
      </li>
    `;
  }

  protected renderWho(visitor: ShownVisitor, { terms, formats }: Drawing): TemplateResult {
    const name = visitor.record?.name ?? unknownName(visitor.visit_id, terms, formats);
    return html`
      <span class="line name-line">
        <button class="name" part="name" type="button" @click=${(event: Event) => this.#open(event, visitor)}>
          <bdi class="cut">${name}</bdi>
        </button>
        ${renderType(visitor.visitor_type, terms)}
      </span>
      <span class="line muted">
        ${visitor.returning ? html`<span class="returning">${terms.returning}</span>` : nothing}
        <bdi dir="ltr">${visitor.ip_address ?? ''}</bdi>
      </span>
    `;
  }

  #onlineCount(): number {
    return this.#visitors.value?.data?.visitors.filter(isOnline).length ?? 0;
  }

  #countText(): string {
    const count = this.#onlineCount();
    return this.words.online(this.formats.number(count), this.formats.plural(count));
  }

  #open(event: Event, { visit_id: visitId, record }: ShownVisitor): void {
    if (!this.dispatchEvent(new CrmVisitorOpenEvent(visitId, record))) return;
    const path = (event.currentTarget as Element).closest('.visitor')?.querySelector('details');
    if (path) path.open = !path.open;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visitors': CrmVisitors;
  }
}
