import type { Resource } from '@crm-elements/core';
import { CrmElement, formatRelative, renderResource, StoreController } from '@crm-elements/core/lit';
import { more, renderMore } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { HrefFor } from '../shared/href-for.js';
import { PortalElement } from '../portals/portal-element.js';
import { renderEmpty } from '../shared/render-empty.js';
import { shared } from '../shared/shared.styles.js';
import { styles } from './crm-visit-people.styles.js';
// The panel; templates are checked against it.
import './crm-visit-person.js';
import { crmViewWords, type CrmViewWords } from './i18n/index.js';
import { PeopleStore, type Group, type People, type Person } from './people-store.js';

/**
 * The CRM view of visits: who came, in three groups, and one overall view of whoever is chosen; live and read-only.
 *
 * @tagname crm-visit-people
 * @slot conversations - Before the chats of the chosen person, such as e-mails.
 * @csspart bar - The line with groups and filter.
 * @csspart group - A group with its count.
 * @csspart portal-filter - The choice of a portal, where there are several.
 * @csspart person - A person of the group.
 * @csspart panel - The view of the chosen person.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nobody.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 * @cssprop [--crm-visit-people-height=70vh] - Greatest height of the list and of the panel before they scroll.
 * @fires {CrmPortalChangedEvent} crm-portal-changed - The reader has chosen a portal.
 */
export class CrmVisitPeople extends PortalElement {
  static override styles = [CrmElement.styles, shared, more, styles];
  static override dictionaries = [...PortalElement.dictionaries, crmViewWords];

  /** The group: `customers`, `potential_customers` or `leads_contacts`. */
  @property() group: Group = 'customers';

  /** Where the host shows a record or a visit. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  @state() private chosen: Person | undefined;

  readonly #people = new StoreController<Resource<People>, PeopleStore>(this, () => {
    const { crm, group, portalId } = this;
    return (
      crm && {
        client: crm,
        key: `crm-view/${group}/${portalId}`,
        create: (client) => new PeopleStore(client, { group, portalId }),
      }
    );
  });

  protected override render(): TemplateResult {
    return html`
      <div class="frame">
        <div class="bar" part="bar">${this.renderGroups()}${this.renderPortalFilter()}</div>
        <div class="columns" ?data-open=${this.chosen !== undefined}>
          <div class="list" role="region" tabindex="0" aria-label=${this.viewWords.people}>
            <p class="hint">${this.viewWords.groupHints[this.group]}</p>
            ${this.renderList()}
          </div>
          <div class="panel" part="panel">${this.renderPanel()}</div>
        </div>
      </div>
    `;
  }

  protected renderGroups(): TemplateResult {
    const { groups } = this.viewWords;
    const counts = this.#people.value?.data?.counts;
    return html`<div class="groups" role="group" aria-label=${this.viewWords.view}>
      ${(Object.keys(groups) as Group[]).map(
        (group) =>
          html`<button
            type="button"
            part="group"
            aria-pressed=${this.group === group}
            @click=${() => this.#selectGroup(group)}
          >
            ${groups[group]}
            ${counts ? html`<span class="clock">${this.formats.number(counts[group])}</span>` : nothing}
          </button>`,
      )}
    </div>`;
  }

  protected renderList() {
    return renderResource(this.#people.value, {
      terms: (dictionary) => this.terms(dictionary),
      retry: () => this.#people.source?.refresh(),
      isEmpty: ({ rows }) => rows.length === 0,
      empty: () => renderEmpty(this.viewWords.empty, this.words.emptyVisitsHint),
      ready: (people) => html`
        <ul>
          ${repeat(
            people.rows,
            ({ id }) => id,
            (person) => html`<li>${this.renderPerson(person)}</li>`,
          )}
        </ul>
        ${renderMore(people, { terms: this.words, onMore: () => void this.#people.source?.loadMore() })}
      `,
    });
  }

  protected renderPerson(person: Person): TemplateResult {
    const { formats } = this;
    const { record, online, visits, last_visited_at: time, last_page: page } = person;
    return html`<button
      type="button"
      class="person"
      part="person"
      aria-current=${this.chosen?.id === person.id ? 'true' : nothing}
      @click=${() => this.#choose(person)}
    >
      <span class="name">
        ${
          online
            ? html`<span class="dot" aria-hidden="true"></span
                ><span class="visually-hidden">${this.words.isOnline}</span>`
            : nothing
        }<bdi class="cut">${record.name}</bdi>
      </span>
      <span class="small">${formatRelative(formats, time)}</span>
      <bdi class="cut small">${page?.title ?? nothing}</bdi>
      <span class="small">${this.viewWords.visits(formats.number(visits), formats.plural(visits))}</span>
    </button>`;
  }

  protected renderPanel(): TemplateResult {
    const { choose, chooseHint, back } = this.viewWords;
    // What the list knows of them now is shown, not what it knew when they were chosen.
    const id = this.chosen?.id;
    const person = this.#people.value?.data?.rows.find((one) => one.id === id) ?? this.chosen;
    if (!person)
      return html`<div class="state">
        <strong>${choose}</strong>
        <p>${chooseHint}</p>
      </div>`;
    return html`
      <button class="button back" type="button" @click=${() => this.#leave()}>${back}</button>
      <crm-visit-person
        portal-id=${this.portalId}
        .person=${person}
        .client=${this.client}
        .hrefFor=${this.hrefFor}
        ><slot name="conversations" slot="conversations"></slot
      ></crm-visit-person>
    `;
  }

  protected get viewWords(): CrmViewWords {
    return this.terms(crmViewWords);
  }

  #selectGroup(group: Group): void {
    this.group = group;
    this.chosen = undefined;
  }

  #choose(person: Person): void {
    this.chosen = person;
    void this.updateComplete.then(() => {
      const back = this.renderRoot.querySelector<HTMLElement>('.back');
      // On a narrow page the list is gone, and the focus must not go with it.
      if (back?.checkVisibility()) back.focus();
    });
  }

  #leave(): void {
    this.chosen = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.list')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit-people': CrmVisitPeople;
  }
}
