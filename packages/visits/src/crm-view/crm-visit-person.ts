import { CrmElement } from '@crm-elements/core/lit';
import { renderTabs, tabs } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { HrefFor } from '../shared/href-for.js';
import { words } from '../i18n/index.js';
import { renderLink, renderNone, shortAddress } from '../shared/render-link.js';
import { shared } from '../shared/shared.styles.js';
import { facts } from '../shared/facts.styles.js';
import { renderFacts } from '../shared/render-facts.js';
// What its tabs show; templates are checked against it.
import './crm-person-timeline.js';
import { styles } from './crm-visit-person.styles.js';
import { crmViewWords, type CrmViewWords } from './i18n/index.js';
import type { Person } from './people-store.js';

type Tab = keyof CrmViewWords['tabs'];

/**
 * One overall view of somebody who visits: information, page views, chat history, visit history, conversations and the
 * timeline of what the CRM holds.
 *
 * @tagname crm-visit-person
 * @slot conversations - Before the chats of the conversations, such as e-mails.
 * @csspart head - The name and the way to the record.
 * @csspart tabs - The choice of what is shown.
 * @csspart panel - What is shown.
 * @csspart link - A link to a visited page.
 */
export class CrmVisitPerson extends CrmElement {
  static override styles = [CrmElement.styles, shared, facts, tabs, styles];
  static override dictionaries = [...CrmElement.dictionaries, words, crmViewWords];

  /** The person, as the CRM view lists them. */
  @property({ attribute: false }) person: Person | undefined;

  /** Only what was done on the sites of this portal; of all when empty. */
  @property({ attribute: 'portal-id' }) portalId = '';

  /** Where the host shows a record or a visit. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  @state() private tab: Tab = 'information';

  protected override render(): TemplateResult | typeof nothing {
    const { person } = this;
    if (!person) return nothing;
    return html`
      ${this.renderHead(person)} ${this.renderTabs(person)}
      <div
        role="tabpanel"
        id=${`panel-${this.tab}`}
        part="panel"
        tabindex="0"
        aria-labelledby=${`tab-${this.tab}`}
      >
        ${this.renderPanel(person)}
      </div>
    `;
  }

  protected renderHead({ record, online }: Person): TemplateResult {
    const href = this.hrefFor?.(record.module, record.id);
    return html`<header class="head" part="head">
      <h2><bdi>${record.name}</bdi></h2>
      ${
        online
          ? html`<span class="presence"
              ><span class="dot" aria-hidden="true"></span>${this.terms(words).isOnline}</span
            >`
          : nothing
      }
      ${
        href === undefined
          ? nothing
          : html`<a class="open" href=${href}>${this.terms(crmViewWords).openRecord}</a>`
      }
    </header>`;
  }

  protected renderTabs({ record }: Person): TemplateResult {
    const titles = this.terms(crmViewWords).tabs;
    return renderTabs({
      label: record.name,
      tabs: (Object.keys(titles) as Tab[]).map((tab) => [tab, titles[tab]]),
      chosen: this.tab,
      choose: (tab) => (this.tab = tab),
    });
  }

  protected renderPanel(person: Person): TemplateResult {
    const { tab } = this;
    if (tab === 'information') return this.renderInformation(person);
    return html`${tab === 'conversations' ? html`<slot name="conversations"></slot>` : nothing}
      <crm-person-timeline
        record-id=${person.id}
        portal-id=${this.portalId}
        .entries=${tab}
        .client=${this.client}
        .hrefFor=${this.hrefFor}
      ></crm-person-timeline>`;
  }

  protected renderInformation(person: Person): TemplateResult {
    const { formats } = this;
    const { facts: terms } = this.terms(crmViewWords);
    const none = renderNone(this.terms(words));
    const page = person.last_page;
    const time = person.last_visited_at;
    return renderFacts([
      { label: terms.email, value: person.email ? html`<bdi class="cut">${person.email}</bdi>` : none },
      { label: terms.phone, value: person.phone ? html`<bdi class="cut">${person.phone}</bdi>` : none },
      { label: terms.score, value: formats.number(person.score) },
      { label: terms.visits, value: formats.number(person.visits) },
      { label: terms.days, value: formats.number(person.days_visited) },
      { label: terms.chats, value: formats.number(person.chats) },
      { label: terms.revenue, value: formats.number(person.revenue) },
      { label: terms.pipeline, value: formats.number(person.pipeline) },
      { label: terms.lastVisit, value: html`<time datetime=${time}>${formats.dateTime(time)}</time>` },
      {
        label: terms.lastPage,
        value: page ? renderLink(page.url, page.title || shortAddress(page.url), this.terms(words)) : none,
        isWide: true,
      },
    ]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit-person': CrmVisitPerson;
  }
}
