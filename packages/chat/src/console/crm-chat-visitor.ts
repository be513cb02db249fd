import type { Conversation, OnlineVisitor } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { styles } from './crm-chat-visitor.styles.js';
import { consoleWords, type ConsoleWords } from '../i18n/console/index.js';
import { renderPageLink } from './render-page-link.js';
import { timesFor } from '../thread/times.js';
import { VisitorPanelStore, type VisitorPanel } from './visitor-panel-store.js';

/**
 * Who an operator talks to: name and e-mail, type, page and path of the visit, source; live.
 *
 * @tagname crm-chat-visitor
 * @csspart heading - The visitor's name.
 * @csspart presence - Whether they are on the site.
 * @csspart path - The pages of the visit.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 */
export class CrmChatVisitor extends CrmElement {
  static override styles = [CrmElement.styles, styles];
  static override dictionaries = [...CrmElement.dictionaries, consoleWords];

  /** Id of the visit. */
  @property({ attribute: 'visit-id' }) visitId = '';

  /** What the visitor has told in the chat. */
  @property({ attribute: false }) visitor: Conversation['visitor'] = { name: null, email: null };

  readonly #panel = new StoreController<Resource<VisitorPanel>, VisitorPanelStore>(this, () =>
    this.crm && this.visitId
      ? {
          client: this.crm,
          key: `chat-visitor/${this.visitId}`,
          create: (client) => new VisitorPanelStore(client, this.visitId),
        }
      : undefined,
  );

  protected override render() {
    const { name, email } = this.visitor;
    const terms = this.#words;
    return html`
      <h2 class="heading" part="heading"><bdi>${name ?? terms.visitor}</bdi></h2>
      ${
        email === null
          ? nothing
          : html`<p class="email">
              <a href="mailto:${email}"><bdi dir="ltr">${email}</bdi></a>
            </p>`
      }
      ${renderResource(this.#panel.value, {
        terms: (shared) => this.terms(shared),
        retry: () => this.#panel.source?.refresh(),
        isEmpty: ({ visitor }) => visitor === undefined,
        empty: () => html`<p class="presence" part="presence">${terms.left}</p>`,
        ready: ({ visitor }) => (visitor ? this.renderVisitor(visitor) : html``),
      })}
    `;
  }

  protected renderVisitor(visitor: OnlineVisitor): TemplateResult {
    const terms = this.#words;
    const { online, visitor_type: type, page, source, browser, operating_system: system } = visitor;
    const origin = [terms.sources[source.kind], source.label].filter(Boolean).join(' · ');
    return html`
      <p class="presence" part="presence" ?data-online=${online}>${online ? terms.online : terms.left}</p>
      <dl>
        ${renderFact(terms.type, terms.types[type])} ${renderFact(terms.page, renderPageLink(page))}
        ${renderFact(terms.source, origin)} ${renderFact(terms.device, `${browser} · ${system}`)}
      </dl>
      ${this.renderPath(visitor)}
    `;
  }

  protected renderPath({ path }: OnlineVisitor): TemplateResult {
    const times = timesFor(this.language);
    return html`
      <h3>${this.#words.path}</h3>
      <ol class="path" part="path">
        ${path.map(
          (page) =>
            html`<li>${renderPageLink(page)}<time datetime=${page.at}>${times.clock(page.at)}</time></li>`,
        )}
      </ol>
    `;
  }

  get #words(): ConsoleWords {
    return this.terms(consoleWords);
  }
}

const renderFact = (term: string, value: string | TemplateResult) =>
  html`<div>
    <dt>${term}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'crm-chat-visitor': CrmChatVisitor;
  }
}
