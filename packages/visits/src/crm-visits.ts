import type { Pages, Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { chevron, more, renderMore } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Announcer } from '@crm-elements/core/lit';
// The row's elements; templates are checked against it.
import './crm-visit-actions.js';
import './crm-visit-chats.js';
import { styles } from './crm-visits.styles.js';
import { PortalElement } from './portal-element.js';
import type { RecordsStore } from './records-store.js';
import { renderEmpty } from './render-empty.js';
import { renderVisitField } from './render-visit-field.js';
import { shared } from './shared.styles.js';
import { visitFields, type Visit } from './visit.js';
import { unknownName } from './visitor-name.js';
import { createVisitsStore } from './visits-store.js';

const [nameField, ...otherFields] = visitFields;
const numberFields: readonly string[] = ['Time_Spent_Minutes', 'Revenue'];

/**
 * The Visits list with its sixteen fields, newest first; live and read-only. Each row unfolds to the
 * actions performed in that visit.
 *
 * @tagname crm-visits
 * @slot heading - Above the list.
 * @slot empty - Instead of the words shown when there are no visits.
 * @csspart bar - The line with the heading and the filter.
 * @csspart portal-filter - The choice of a portal, where there are several.
 * @csspart table - The table.
 * @csspart row - The row of a visit.
 * @csspart type - What the visitor is to the CRM.
 * @csspart link - A link to a visited page.
 * @csspart actions - What was done in a visit.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 * @cssprop [--crm-visits-height=70vh] - Greatest height of the list before it scrolls.
 * @fires {CrmPortalChangedEvent} crm-portal-changed - The reader has chosen a portal.
 */
export class CrmVisits extends PortalElement {
  static override styles = [CrmElement.styles, shared, chevron, more, styles];

  @state() private expanded: ReadonlySet<string> = new Set();

  readonly #visits = new StoreController<Resource<Pages<Visit>>, RecordsStore<Visit>>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `visits/${this.portalId}`,
        create: (client) => createVisitsStore(client, this.portalId),
      },
  );
  readonly #announcer = new Announcer(this);

  protected override render() {
    return html`
      <div class="frame">
        <div class="bar" part="bar"><slot name="heading"></slot>${this.renderPortalFilter()}</div>
        ${renderResource(this.#visits.value, {
          terms: (words) => this.terms(words),
          retry: () => this.#visits.source?.refresh(),
          isEmpty: ({ rows }) => rows.length === 0,
          empty: () => this.renderEmpty(),
          ready: (visits) => this.renderVisits(visits),
        })}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderEmpty(): TemplateResult {
    const { emptyVisits, emptyVisitsHint } = this.words;
    return html`<slot name="empty">${renderEmpty(emptyVisits, emptyVisitsHint)}</slot>`;
  }

  protected renderVisits({ rows, next, more: moreState }: Pages<Visit>): TemplateResult {
    const { words: terms } = this;
    const heads = visitFields.map((field) => {
      const isNumber = numberFields.includes(field);
      return html`<th scope="col" class=${isNumber ? 'number' : ''}>${terms.fields[field]}</th>`;
    });
    return html`
      <div class="scroll" role="region" aria-label=${terms.visits} tabindex="0">
        <table part="table">
          <thead>
            <tr>
              ${heads}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              rows,
              ({ id }) => id,
              (visit) => this.renderVisit(visit),
            )}
          </tbody>
        </table>
      </div>
      ${renderMore({
        hasMore: next !== null,
        state: moreState,
        label: terms.loadMore,
        terms,
        onMore: () => void this.#loadMore(),
      })}
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
    return html`
      <button
        type="button"
        class="expand"
        aria-expanded=${isExpanded}
        aria-controls=${isExpanded ? `actions-${visit.id}` : nothing}
        title=${terms.actionsOf(this.#nameOf(visit))}
        @click=${() => this.#toggle(visit.id)}
      >
        <span class="chevron" aria-hidden="true"></span>
        <span class="visitor">
          <bdi class="name cut">${this.#nameOf(visit)}</bdi>
          <span class="presence" ?data-left=${!visit.$online}>
            <span class="dot" ?data-left=${!visit.$online} aria-hidden="true"></span>
            ${visit.$online ? terms.isOnline : terms.left}
          </span>
        </span>
      </button>
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

  #nameOf(visit: Visit): string {
    return visit[nameField]?.name || unknownName(visit.id, this.words, this.formats);
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
