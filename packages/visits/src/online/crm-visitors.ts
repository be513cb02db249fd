import { compareIds, type Resource } from '@crm-elements/core';
import { Announcer, CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { serverTime } from './clock-skew.js';
import { styles } from './crm-visitors.styles.js';
import { CrmVisitorOpenEvent } from '../events.js';
import { VisitorActions } from './actions/visitor-actions.js';
import { filterStyles } from './filters/filters.styles.js';
import { renderFilters } from './filters/render-filters.js';
import { everybody, filterVisitors, type VisitorFilter } from './filters/visitor-filter.js';
import { renderGroups } from './groups/render-groups.js';
import { countGroups } from './groups/visitor-groups.js';
import { renderLines, visitOf, type Place } from './list/render-lines.js';
import { VisitorWindow } from './list/visitor-window.js';
import { onlineWords, type OnlineWords } from './i18n/index.js';
import { loadOnline } from './load-online.js';
import { onlineStyles } from './online.styles.js';
import { renderViews, type VisitorsView } from './render-views.js';
import { PortalElement } from '../portals/portal-element.js';
import { countryName } from '../shared/country-name.js';
import { renderEmpty } from '../shared/render-empty.js';
import { renderType } from '../shared/render-link.js';
import {
  renderAvatar,
  renderDevice,
  renderPage,
  renderSource,
  renderTime,
  type Drawing,
} from './render-visitor.js';
import { shared } from '../shared/shared.styles.js';
import { unknownName } from '../shared/visitor-name.js';
import { isOnline, type ShownVisitor, type VisitorsState } from './visitors-state.js';
import { VisitorsStore } from './visitors-store.js';

/**
 * Who is on the site now: page, way, time, source; live, as a list or in rings, by group. They can be invited to chat
 * and, where their record has a number, called.
 *
 * @tagname crm-visitors
 * @slot heading - Before the number of visitors.
 * @slot empty - Instead of the words shown when nobody is online.
 * @csspart bar - The line with the number of visitors and the filter.
 * @csspart count - The number of visitors.
 * @csspart portal-filter - The choice of a portal, where there are several.
 * @csspart groups - The choice of a group of visitors.
 * @csspart filters - The choice by page, source and country.
 * @csspart nobody - The words shown when nobody matches the choice.
 * @csspart views - The choice between list and rings.
 * @csspart outcome - What came of the last action.
 * @csspart actions - What can be done with a visitor.
 * @csspart call - The link that calls a visitor.
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
 * @fires {CrmVisitorCommandEvent} crm-visitor-command - The reader wants to invite a visitor or to open the chat; can be cancelled.
 * @fires {CrmVisitorCommandedEvent} crm-visitor-commanded - The page of the visitor has been asked.
 * @fires {CrmCallPlaceEvent} crm-call-place - The reader wants to call; the link `tel:` is followed unless cancelled.
 * @fires {CrmPortalChangedEvent} crm-portal-changed - The reader has chosen a portal.
 */
export class CrmVisitors extends PortalElement {
  static override styles = [CrmElement.styles, shared, styles, onlineStyles, filterStyles];
  static override dictionaries = [...PortalElement.dictionaries, onlineWords];

  /** How visitors are shown: as a list or in rings. */
  @property() view: VisitorsView = 'list';

  @state() private filter: VisitorFilter = everybody;
  /** What came of the last action, in words. */
  @state() private outcome = '';

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
  readonly #actions = new VisitorActions({
    host: this,
    client: () => this.crm,
    store: () => this.#visitors.source,
    terms: () => this.terms(onlineWords),
    nameOf: (visitor) => this.nameOf(visitor),
    say: (text) => (this.outcome = text),
  });
  readonly #window = new VisitorWindow(this);
  /** The newest who was online at the last drawing, and by which store. */
  #met: { source: VisitorsStore; newest: string } | undefined;

  protected override willUpdate(): void {
    if (this.view === 'rings') void loadOnline();
  }

  protected override updated(): void {
    const { source, value } = this.#visitors;
    if (!source || !value?.data) return;
    const newest = value.data.visitors.find(isOnline)?.visit_id ?? this.#met?.newest ?? '0';
    const met = this.#met?.source === source ? this.#met.newest : undefined;
    if (met !== undefined && compareIds(newest, met) > 0) this.#announcer.say(() => this.#countText());
    this.#met = { source, newest };
  }

  protected override render() {
    const resource = this.#visitors.value;
    return html`
      <div class="frame">
        <div class="bar" part="bar" ?data-quiet=${resource?.status === 'error'}>
          <slot name="heading"></slot>
          ${resource?.data ? this.renderCount() : nothing} ${this.renderPortalFilter()}
          ${renderViews(this.view, this.terms(onlineWords), (view) => (this.view = view))}
        </div>
        <div role="status">
          ${this.outcome ? html`<p class="outcome" part="outcome">${this.outcome}</p>` : nothing}
        </div>
        ${renderResource(resource, {
          terms: (words) => this.terms(words),
          retry: () => this.#visitors.source?.refresh(),
          isEmpty: ({ visitors }) => visitors.length === 0,
          empty: () => this.renderEmpty(),
          ready: (state) => this.renderChosen(state),
        })}
      </div>
      ${this.#actions.renderPrompt()}
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

  /** The choice of visitors, and those who match. */
  protected renderChosen(state: VisitorsState): TemplateResult {
    const { filter, formats } = this;
    const terms = this.terms(onlineWords);
    const visitors = filterVisitors(state.visitors, filter);
    const inAnyGroup = filterVisitors(state.visitors, { ...filter, group: '' });
    const choose = (changes: Partial<VisitorFilter>) => (this.filter = { ...this.filter, ...changes });
    return html`
      <div class="bar choice">
        ${renderGroups({
          counts: countGroups(inAnyGroup.filter(isOnline)),
          selected: filter.group,
          terms,
          formats,
          onSelect: (group) => choose({ group }),
        })}
        ${renderFilters({
          visitors: state.visitors,
          filter,
          terms,
          shared: this.words,
          formats,
          onFilter: choose,
        })}
      </div>
      ${
        visitors.length === 0
          ? this.renderNobody(terms)
          : this.view === 'rings'
            ? html`<crm-visitor-rings
                .client=${this.crm}
                .state=${{ ...state, visitors }}
              ></crm-visitor-rings>`
            : this.renderVisitors({ ...state, visitors })
      }
    `;
  }

  protected renderNobody(terms: OnlineWords): TemplateResult {
    return html`<div class="nobody" part="nobody" role="status">
      <p>${terms.nobodyMatches}</p>
      <button class="button" type="button" @click=${() => void this.#clear()}>${terms.clearFilters}</button>
    </div>`;
  }

  protected renderVisitors({ visitors, skew }: VisitorsState): TemplateResult {
    const { words: terms, formats } = this;
    const drawing: Drawing = { terms, formats, now: () => serverTime(skew, Date.now()) };
    const columns = [terms.visitorField, terms.page, terms.source, terms.device, terms.timeOnSite];
    return html`
      <div class="columns" aria-hidden="true">${columns.map((column) => html`<span>${column}</span>`)}</div>
      <ul
        class="visitors"
        aria-label=${terms.visitors}
        @focusin=${(event: FocusEvent) => this.#window.keep(visitOf(event))}
        @focusout=${() => this.#window.keep(undefined)}
      >
        ${renderLines(this.#window.linesOf(visitors), visitors.length, (visitor, place) =>
          this.renderVisitor(visitor, drawing, place),
        )}
      </ul>
    `;
  }

  /** @param place where the row stands, in a list that is not drawn as a whole */
  protected renderVisitor(visitor: ShownVisitor, drawing: Drawing, place?: Place): TemplateResult {
    return html`
      <li
        class="visitor"
        part="visitor"
        data-visit=${visitor.visit_id}
        aria-posinset=${place?.nth ?? nothing}
        aria-setsize=${place?.count ?? nothing}
        ?data-left=${!isOnline(visitor)}
      >
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

  protected renderWho(visitor: ShownVisitor, { terms }: Drawing): TemplateResult {
    return html`
      <span class="line name-line">
        <button class="name" part="name" type="button" @click=${(event: Event) => this.#open(event, visitor)}>
          <bdi class="cut">${this.nameOf(visitor)}</bdi>
        </button>
        ${renderType(visitor.visitor_type, terms)}
      </span>
      <span class="line muted">
        ${visitor.returning ? html`<span class="returning">${terms.returning}</span>` : nothing}
        ${visitor.country ? html`<span class="country">${countryName(visitor.country, this.formats.locale)}</span>` : nothing}
        <bdi dir="ltr">${visitor.ip_address ?? ''}</bdi>
      </span>
      ${this.#actions.render(visitor)}
    `;
  }

  protected nameOf({ record, visit_id: id }: ShownVisitor): string {
    return record?.name ?? unknownName(id, this.words, this.formats);
  }

  #onlineCount(): number {
    return this.#visitors.value?.data?.visitors.filter(isOnline).length ?? 0;
  }

  #countText(): string {
    const count = this.#onlineCount();
    return this.words.online(this.formats.number(count), this.formats.plural(count));
  }

  async #clear(): Promise<void> {
    this.filter = everybody;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.page-filter')?.focus();
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
