import type { Pages, Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { more, renderMore } from '@crm-elements/ui';
import { html, type nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styles } from './crm-visit-chats.styles.js';
import { words, type Words } from '../../i18n/index.js';
import type { RecordsStore } from '../records-store.js';
import { shared } from '../../shared/shared.styles.js';
import type { VisitChat } from '../visit.js';
import { createChatsStore } from '../visits-store.js';

/**
 * Transcripts of the chats of one visit; nothing where there was none. Live and read-only.
 *
 * @tagname crm-visit-chats
 * @slot empty - Words for a visit without a chat; nothing is said by itself.
 * @csspart chat - One chat.
 * @csspart message - One message.
 * @csspart more - The button that loads more, and its words.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 */
export class CrmVisitChats extends CrmElement {
  static override styles = [CrmElement.styles, shared, more, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Id of the visit. */
  @property({ attribute: 'visit-id' }) visitId = '';

  readonly #chats = new StoreController<Resource<Pages<VisitChat>>, RecordsStore<VisitChat>>(this, () =>
    this.crm && this.visitId
      ? {
          client: this.crm,
          key: `visit-chats/${this.visitId}`,
          create: (client) => createChatsStore(client, this.visitId),
        }
      : undefined,
  );

  protected override render(): TemplateResult | typeof nothing {
    return renderResource(this.#chats.value, {
      terms: (shared) => this.terms(shared),
      retry: () => this.#chats.source?.refresh(),
      isEmpty: ({ rows }) => rows.length === 0,
      empty: () => html`<slot name="empty"></slot>`,
      ready: (state) => this.renderChats(state),
    });
  }

  protected renderChats(chats: Pages<VisitChat>): TemplateResult {
    const terms = this.#words;
    return html`
      ${renderMore(chats, { terms, label: terms.loadEarlierChats, onMore: () => void this.#chats.source?.loadMore() })}
      ${repeat(
        [...chats.rows].reverse(),
        ({ id }) => id,
        (chat) => this.renderChat(chat),
      )}
    `;
  }

  protected renderChat({
    Attended_By: by,
    Started_Time: time,
    Transcript: messages,
  }: VisitChat): TemplateResult {
    const terms = this.#words;
    const title = by ? terms.chatWith(by.name) : terms.chatUnattended;
    return html`
      <section part="chat" aria-label=${title}>
        <p class="title">
          <strong>${title}</strong>
          <time datetime=${time}>${this.formats.dateTime(time)}</time>
        </p>
        <ol>
          ${messages.map(
            ({ author, name, text }) => html`
              <li part="message" class=${author}>
                <bdi class="author">${name ?? terms.chatVisitor}</bdi>
                <bdi class="text">${text}</bdi>
              </li>
            `,
          )}
        </ol>
      </section>
    `;
  }

  get #words(): Words {
    return this.terms(words);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit-chats': CrmVisitChats;
  }
}
