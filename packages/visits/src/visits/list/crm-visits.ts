import type { Pages, Resource, ReadStore } from '@crm-elements/core';
import { Announcer, CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { chevron, more, renderMore } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CrmVisitViewChangedEvent } from '../../events.js';
import type { HrefFor } from '../../shared/href-for.js';
import { PortalElement } from '../../portals/portal-element.js';
import { renderEmpty } from '../../shared/render-empty.js';
import { shared } from '../../shared/shared.styles.js';
import { unknownName } from '../../shared/visitor-name.js';
// The elements of the row and of the empty list; templates are checked against them.
import '../actions/crm-visit-actions.js';
import '../chats/crm-visit-chats.js';
import './crm-visits-empty.js';
import { styles } from './crm-visits.styles.js';
import { visitsWords, type VisitsWords } from '../i18n/index.js';
import type { RecordsStore } from '../records-store.js';
import { renderViewChoice } from './render-view-choice.js';
import { renderVisitField } from '../render-visit-field.js';
import { renderVisitLink } from '../render-visit-link.js';
import { numberFields, renderVisitsHead } from './render-visits-head.js';
import { newestFirst, type Sort } from './sort.js';
import { createViewsStore, type View, type ViewName, type Views } from './views-store.js';
import { visitFields, type Visit } from '../visit.js';
import { createVisitsStore } from '../visits-store.js';

const [nameField, ...otherFields] = visitFields;

/**
 * The Visits list with its sixteen fields in six list views; live and read-only. Each row unfolds to the actions
 * performed in that visit.
 *
 * @tagname crm-visits
 * @slot heading - Above the list.
 * @slot empty - Instead of what is shown when there are no visits.
 * @csspart bar - The line with the heading and the filters.
 * @csspart view - The choice of a list view.
 * @csspart portal-filter - The choice of a portal, where there are several.
 * @csspart table - The table.
 * @csspart sort - A title that visits are sorted by when it is pressed.
 * @csspart row - The row of a visit.
 * @csspart open - The link to the page of a visit, where the host has one.
 * @csspart type - What the visitor is to the CRM.
 * @csspart link - A link to a visited page.
 * @csspart actions - What was done in a visit.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - What is shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 * @cssprop [--crm-visits-height=70vh] - Greatest height of the list before it scrolls.
 * @fires {CrmPortalChangedEvent} crm-portal-changed - The reader has chosen a portal.
 * @fires {CrmVisitViewChangedEvent} crm-visit-view-changed - The reader has chosen a list view.
 * @fires {CrmVisitOpenEvent} crm-visit-open - The reader wants to open a visit; can be cancelled.
 */
export class CrmVisits extends PortalElement {
  static override styles = [CrmElement.styles, shared, chevron, more, styles];
  static override dictionaries = [...PortalElement.dictionaries, visitsWords];

  /** The list view: `ALLVIEWS`, `TODAYVISITS`, `TOPVISITS`, `TODAYTOPVISITS`, `VISITSBYLEADS` or `VISITSBYCONTACTS`. */
  @property() view: ViewName = 'ALLVIEWS';

  /** Where the host shows a visit; without it, visits only unfold. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  /** Where the empty list finds help about its cause; `docs/faq.md` for ours. */
  @property({ attribute: 'help-href' }) helpHref = '';

  @state() private expanded: ReadonlySet<string> = new Set();
  /** What the reader sorts by; the order of the view before. */
  @state() private chosenSort: Sort | undefined;

  readonly #views = new StoreController<Resource<Views>, ReadStore<Views>>(
    this,
    () => this.crm && { client: this.crm, key: 'visit-views', create: createViewsStore },
  );
  readonly #visits = new StoreController<Resource<Pages<Visit>>, RecordsStore<Visit>>(this, () => {
    const { crm, portalId, sort } = this;
    const view = this.#view;
    if (!crm || (!view && this.view !== 'ALLVIEWS')) return undefined;
    const question = { portalId, view, sort };
    const key = `visits/${portalId}/${view?.id ?? ''}/${sort.by}/${sort.order}`;
    return { client: crm, key, create: (client) => createVisitsStore(client, question) };
  });
  readonly #announcer = new Announcer(this);

  protected override render() {
    const views = this.#views.value;
    const isLost = this.view !== 'ALLVIEWS' && views?.status === 'error';
    const resource: Resource<Pages<Visit>> | undefined = isLost
      ? { ...views, data: undefined }
      : this.#visits.value;
    return html`
      <div class="frame">
        <div class="bar" part="bar">
          <slot name="heading"></slot>${this.renderViewChoice()}${this.renderPortalFilter()}
        </div>
        ${renderResource(resource, {
          terms: (words) => this.terms(words),
          retry: () => (isLost ? void this.#views.source?.refresh() : this.#visits.source?.refresh()),
          isEmpty: ({ rows }) => rows.length === 0,
          empty: () => this.renderEmpty(),
          ready: (visits) => this.renderVisits(visits),
        })}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderViewChoice(): TemplateResult {
    return renderViewChoice({
      selected: this.view,
      terms: this.visitsWords,
      onSelect: (view) => this.#selectView(view),
    });
  }

  protected renderEmpty(): TemplateResult {
    const { emptyView, emptyViewHint } = this.visitsWords;
    const isFiltered = this.portalId !== '' || this.view !== 'ALLVIEWS';
    return html`<slot name="empty"
      >${
        isFiltered
          ? renderEmpty(emptyView, emptyViewHint)
          : html`<crm-visits-empty
              part="empty"
              help-href=${this.helpHref}
              .client=${this.client}
            ></crm-visits-empty>`
      }</slot
    >`;
  }

  protected renderVisits(visits: Pages<Visit>): TemplateResult {
    const { words: terms } = this;
    return html`
      <div class="scroll" role="region" aria-label=${terms.visits} tabindex="0">
        <table part="table">
          ${renderVisitsHead({ terms, sort: this.sort, onSort: (sort) => (this.chosenSort = sort) })}
          <tbody>
            ${repeat(
              visits.rows,
              ({ id }) => id,
              (visit) => this.renderVisit(visit),
            )}
          </tbody>
        </table>
      </div>
      ${renderMore(visits, { terms, onMore: () => void this.#loadMore() })}
    `;
  }

  protected renderVisit(visit: Visit): TemplateResult {
    const isExpanded = this.expanded.has(visit.id);
    return html`
      <tr part="row" class="row">
        <th scope="row">${this.renderName(visit, isExpanded)}</th>
        ${otherFields.map((field) => this.renderCell(visit, field))}
      </tr>
      ${isExpanded ? this.renderActions(visit) : nothing}
    `;
  }

  protected renderCell(visit: Visit, field: (typeof otherFields)[number]): TemplateResult {
    const type = numberFields.includes(field) ? 'number' : field === 'User_Agents' ? 'long' : '';
    return html`<td class=${type}>${renderVisitField(visit, field, this.words, this.formats)}</td>`;
  }

  protected renderName(visit: Visit, isExpanded: boolean): TemplateResult {
    const { words: terms } = this;
    const name = this.#nameOf(visit);
    return html`
      <div class="who">
        <button
          type="button"
          class="expand"
          aria-expanded=${isExpanded}
          aria-controls=${isExpanded ? `actions-${visit.id}` : nothing}
          aria-label=${terms.actionsOf(name)}
          title=${terms.actionsOf(name)}
          @click=${() => this.#toggle(visit.id)}
        >
          <span class="chevron" aria-hidden="true"></span>
        </button>
        <span class="visitor">
          ${renderVisitLink(visit.id, html`<bdi>${name}</bdi>`, this.hrefFor)}
          <span class="presence" ?data-left=${!visit.$online}>
            <span class="dot" ?data-left=${!visit.$online} aria-hidden="true"></span>
            ${visit.$online ? terms.isOnline : terms.left}
          </span>
        </span>
      </div>
    `;
  }

  protected renderActions(visit: Visit): TemplateResult {
    return html`
      <tr id=${`actions-${visit.id}`} part="actions">
        <td class="detail" colspan=${visitFields.length}>
          <crm-visit-actions
            visit-id=${visit.id}
            .client=${this.client}
            .label=${this.words.actionsOf(this.#nameOf(visit))}
          ></crm-visit-actions>
          <crm-visit-chats visit-id=${visit.id} .client=${this.client}></crm-visit-chats>
        </td>
      </tr>
    `;
  }

  protected get visitsWords(): VisitsWords {
    return this.terms(visitsWords);
  }

  /** What the list is sorted by: the reader's choice, else the order of the view. */
  protected get sort(): Sort {
    return this.chosenSort ?? this.#view?.sort ?? newestFirst;
  }

  /** The list view that is shown; absent for all visits, and before the views are known. */
  get #view(): View | undefined {
    return this.view === 'ALLVIEWS' ? undefined : this.#views.value?.data?.get(this.view);
  }

  #nameOf(visit: Visit): string {
    return visit[nameField]?.name || unknownName(visit.id, this.words, this.formats);
  }

  #selectView(view: ViewName): void {
    this.view = view;
    this.chosenSort = undefined;
    this.dispatchEvent(new CrmVisitViewChangedEvent(view));
  }

  #toggle(id: string): void {
    const expanded = new Set(this.expanded);
    if (!expanded.delete(id)) expanded.add(id);
    this.expanded = expanded;
  }

  async #loadMore(): Promise<void> {
    const before = this.#visits.value?.data?.rows.length ?? 0;
    await this.#visits.source?.loadMore();
    await this.updateComplete;
    const added = (this.#visits.value?.data?.rows.length ?? 0) - before;
    if (added <= 0) return;
    this.#announcer.say(() => this.words.moreLoaded(this.formats.number(added), this.formats.plural(added)));
    // The last page takes the button away, and the focus must not go with it.
    if (!this.renderRoot.querySelector('.more'))
      this.renderRoot.querySelector<HTMLElement>('.scroll')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visits': CrmVisits;
  }
}
