import type { Pages, Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { more, renderMore } from '@crm-elements/ui';
import { html, type nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styles } from './crm-visit-actions.styles.js';
import { words, type Words } from '../../i18n/index.js';
import type { RecordsStore } from '../records-store.js';
import { renderLink, renderNone } from '../../shared/render-link.js';
import { shared } from '../../shared/shared.styles.js';
import type { VisitAction } from '../visit.js';
import { createActionsStore } from '../visits-store.js';

/**
 * Actions Performed of one visit: pages viewed and what was done on them, in order; live and read-only.
 *
 * @tagname crm-visit-actions
 * @slot empty - Instead of the words shown when nothing was done.
 * @csspart table - The table.
 * @csspart link - A link to a visited page.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 */
export class CrmVisitActions extends CrmElement {
  static override styles = [CrmElement.styles, shared, more, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Id of the visit. */
  @property({ attribute: 'visit-id' }) visitId = '';

  /** Name of the table for screen readers; "Actions Performed" when empty. */
  @property() label = '';

  readonly #actions = new StoreController<Resource<Pages<VisitAction>>, RecordsStore<VisitAction>>(
    this,
    () =>
      this.crm && this.visitId
        ? {
            client: this.crm,
            key: `visit-actions/${this.visitId}`,
            create: (client) => createActionsStore(client, this.visitId),
          }
        : undefined,
  );

  protected override render(): TemplateResult | typeof nothing {
    return renderResource(this.#actions.value, {
      terms: (shared) => this.terms(shared),
      retry: () => this.#actions.source?.refresh(),
      isEmpty: ({ rows }) => rows.length === 0,
      empty: () =>
        html`<slot name="empty"><p class="state" part="empty">${this.#words.emptyActions}</p></slot>`,
      ready: (state) => html`<div class="actions">${this.renderActions(state)}</div>`,
    });
  }

  protected renderActions(actions: Pages<VisitAction>): TemplateResult {
    const terms = this.#words;
    const { Action_Type, Actions, Time_Spent, Action_Performed_Time } = terms.actionFields;
    return html`
      ${renderMore(actions, { terms, label: terms.loadEarlier, onMore: () => void this.#actions.source?.loadMore() })}
      <table part="table" aria-label=${this.label || terms.actions}>
        <thead>
          <tr>
            <th scope="col">${Action_Type}</th>
            <th scope="col">${Actions}</th>
            <th scope="col" class="number">${Time_Spent}</th>
            <th scope="col">${Action_Performed_Time}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            // The API tells the newest first; a visit is read from its beginning.
            [...actions.rows].reverse(),
            ({ id }) => id,
            (action) => this.renderAction(action),
          )}
        </tbody>
      </table>
    `;
  }

  protected renderAction(action: VisitAction): TemplateResult {
    const terms = this.#words;
    const {
      Action_Type: type,
      Actions: text,
      Page_URL: url,
      Time_Spent: minutes,
      Action_Performed_Time: time,
    } = action;
    const name = type in terms.actionTypes ? terms.actionTypes[type as keyof Words['actionTypes']] : type;
    return html`
      <tr>
        <td class="type">${name}</td>
        <td class="action">${renderLink(url ?? text, text, terms)}</td>
        <td class="number clock">${minutes === null ? renderNone(terms) : this.formats.number(minutes)}</td>
        <td class="when"><time datetime=${time}>${this.formats.dateTime(time)}</time></td>
      </tr>
    `;
  }

  get #words(): Words {
    return this.terms(words);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit-actions': CrmVisitActions;
  }
}
