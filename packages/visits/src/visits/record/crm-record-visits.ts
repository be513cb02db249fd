import type { Pages, Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { more, related, renderMore } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { HrefFor } from '../../shared/href-for.js';
import { PortalElement } from '../../portals/portal-element.js';
import { shared } from '../../shared/shared.styles.js';
import { styles } from './crm-record-visits.styles.js';
import { visitsWords } from '../i18n/index.js';
import type { RecordsStore } from '../records-store.js';
import { renderVisitField } from '../render-visit-field.js';
import { renderVisitLink } from '../render-visit-link.js';
import { numberFields } from '../list/render-visits-head.js';
import type { Visit } from '../visit.js';
import { createRecordVisitsStore } from '../visits-store.js';

/** Beside the time, which leads to the visit, VIS-92. */
const columns = ['IP_Address', 'Visited_Page', 'Time_Spent_Minutes', 'Referrer', 'Search_Engine'] as const;

/**
 * Visits of a lead or contact, newest first, of one portal or of all; live and read-only. On the page of a record it
 * stands in the slot `related-Visits`.
 *
 * @tagname crm-record-visits
 * @csspart bar - The line with the heading and the filter.
 * @csspart portal-filter - The choice of a portal, where there are several.
 * @csspart table - The table.
 * @csspart open - The link to the page of a visit, where the host has one.
 * @csspart link - A link to a visited page.
 * @csspart type - What the visitor is to the CRM.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there are no visits.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 * @fires {CrmPortalChangedEvent} crm-portal-changed - The reader has chosen a portal.
 * @fires {CrmVisitOpenEvent} crm-visit-open - The reader wants to open a visit; can be cancelled.
 */
export class CrmRecordVisits extends PortalElement {
  static override styles = [CrmElement.styles, shared, more, related, styles];
  static override dictionaries = [...PortalElement.dictionaries, visitsWords];

  /** API name of the module: `Leads` or `Contacts`. */
  @property() module = '';

  /** Id of the lead or contact. */
  @property({ attribute: 'record-id' }) recordId = '';

  /** Where the host shows a visit. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  readonly #visits = new StoreController<Resource<Pages<Visit>>, RecordsStore<Visit>>(this, () => {
    const { crm, module, recordId, portalId } = this;
    if (!crm || !module || !recordId) return undefined;
    const place = { module, recordId, portalId };
    return {
      client: crm,
      key: `record-visits/${module}/${recordId}/${portalId}`,
      create: (client) => createRecordVisitsStore(client, place),
    };
  });

  protected override render(): TemplateResult {
    const { recordVisits, recordVisitsNone } = this.terms(visitsWords);
    return html`
      <div class="frame">
        <div class="bar" part="bar">
          <h3 class="heading">${recordVisits}</h3>
          ${this.renderPortalFilter()}
        </div>
        ${renderResource(this.#visits.value, {
          terms: (dictionary) => this.terms(dictionary),
          retry: () => this.#visits.source?.refresh(),
          isEmpty: ({ rows }) => rows.length === 0,
          empty: () => html`<p class="nothing" part="empty">${recordVisitsNone}</p>`,
          ready: (visits) => this.renderVisits(visits),
        })}
      </div>
    `;
  }

  protected renderVisits(visits: Pages<Visit>): TemplateResult {
    const { words: terms } = this;
    const { recordVisits } = this.terms(visitsWords);
    return html`
      <div class="scroll" role="region" tabindex="0" aria-label=${recordVisits}>
        <table part="table">
          <thead>
            <tr>
              <th scope="col">${terms.fields.Visited_Time}</th>
              ${columns.map((field) => html`<th scope="col" class=${typeOf(field)}>${terms.fields[field]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              visits.rows,
              ({ id }) => id,
              (visit) => this.renderVisit(visit),
            )}
          </tbody>
        </table>
      </div>
      ${renderMore(visits, { terms, onMore: () => void this.#visits.source?.loadMore() })}
    `;
  }

  protected renderVisit(visit: Visit): TemplateResult {
    const { words: terms, formats } = this;
    const time = renderVisitField(visit, 'Visited_Time', terms, formats);
    return html`<tr>
      <th scope="row">${renderVisitLink(visit.id, time, this.hrefFor)}</th>
      ${columns.map(
        (field) => html`<td class=${typeOf(field)}>${renderVisitField(visit, field, terms, formats)}</td>`,
      )}
    </tr>`;
  }
}

const typeOf = (field: string) => (numberFields.includes(field) ? 'number' : '');

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-visits': CrmRecordVisits;
  }
}
