import type { Conversation } from '@crm-elements/contract';
import { CrmError, type Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { conversationKey } from '../conversation/conversation-key.js';
import type { ConversationState } from '../conversation/conversation-state.js';
import { ConversationStore } from '../conversation/conversation-store.js';
import { consoleStyles } from './crm-chat-console.styles.js';
import { CrmChatAcceptEvent, CrmChatAcceptedEvent, CrmChatEndEvent } from '../events.js';
import { consoleWords, type ConsoleWords } from '../i18n/console/index.js';
import { Newcomers } from './newcomers.js';
import { QueueStore } from './queue-store.js';
import { renderChatBar } from './render-chat-bar.js';
import type { Queue } from './queue-state.js';
import { renderQueue } from './render-queue.js';
import { Ticker } from './ticker.js';

/**
 * The operators' side of the chat: who waits, the conversation, and the visitor beside it.
 *
 * @tagname crm-chat-console
 * @slot empty - Instead of the words shown when there are no chats.
 * @csspart queue - The list of chats.
 * @csspart chat - One of them.
 * @csspart bar - The line above the conversation.
 * @csspart accept - The button that takes a waiting chat.
 * @csspart end - The button that ends the chat.
 * @csspart empty - The words shown when there are no chats.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who do not attend chats.
 * @fires {CrmChatAcceptEvent} crm-chat-accept - A chat is about to be taken; can be cancelled.
 * @fires {CrmChatAcceptedEvent} crm-chat-accepted - It is taken.
 * @fires {CrmChatEndEvent} crm-chat-end - A chat is about to be ended; can be cancelled.
 */
export class CrmChatConsole extends CrmElement {
  static override styles = [CrmElement.styles, consoleStyles];
  static override dictionaries = [...CrmElement.dictionaries, consoleWords];

  /** Id of the conversation that is open; none when empty. */
  @property({ attribute: 'conversation-id' }) conversationId = '';

  @state() private notice = '';
  @state() private news = '';
  @state() private isAccepting = false;
  @state() private isVisitorShown = false;

  #wantsFocus: 'thread' | 'queue' | undefined;
  readonly #newcomers = new Newcomers();
  readonly #queue = new StoreController<Resource<Queue>, QueueStore>(
    this,
    () => this.crm && { client: this.crm, key: 'chat-queue', create: (client) => new QueueStore(client) },
  );
  readonly #thread = new StoreController<Resource<ConversationState>, ConversationStore>(this, () =>
    this.crm && this.conversationId
      ? {
          client: this.crm,
          key: conversationKey('operator', this.conversationId),
          create: (client) => new ConversationStore(client, this.conversationId, 'operator'),
        }
      : undefined,
  );

  constructor() {
    super();
    new Ticker(this, 5_000);
  }

  protected override updated(): void {
    const waiting = this.#queue.value?.data?.chats.filter((chat) => chat.state === 'waiting');
    const come = waiting ? this.#newcomers.meet(waiting) : [];
    if (come.length > 0) {
      this.news = this.#words.newWaiting(
        come.map(({ visitor }) => visitor.name ?? this.#words.visitor).join(', '),
      );
    }
    if (this.#wantsFocus) void this.#focusNow();
  }

  protected override render() {
    return html`
      <div class="frame" data-pane=${this.#pane}>
        ${renderResource(this.#queue.value, {
          terms: (shared) => this.terms(shared),
          retry: () => this.#queue.source?.refresh(),
          isEmpty: ({ chats }) => chats.length === 0 && !this.conversationId,
          empty: () => this.renderEmpty(),
          ready: (queue) => this.renderPanes(queue),
        })}
      </div>
      <div class="visually-hidden" role="status">${this.news}</div>
    `;
  }

  protected renderEmpty(): TemplateResult {
    const { empty, emptyHint } = this.#words;
    return html`<slot name="empty"
      ><div class="state" part="empty">
        <strong>${empty}</strong>
        <p>${emptyHint}</p>
      </div></slot
    >`;
  }

  protected renderPanes(queue: Queue): TemplateResult {
    return html`<div class="panes">
      ${renderQueue(queue, {
        terms: this.#words,
        formats: this.formats,
        chosen: this.conversationId,
        onChoose: (id) => this.#choose(id),
      })}
      ${
        this.conversationId
          ? this.renderChat()
          : html`<p class="pane placeholder">${this.#words.noneChosen}</p>`
      }
    </div>`;
  }

  protected renderChat(): TemplateResult {
    const terms = this.#words;
    const conversation = this.#conversation;
    const isMine = conversation?.state === 'active' && conversation.operator?.id === this.#me;
    return html`
      <div class="pane chat-pane">
        ${renderChatBar({
          terms,
          conversation,
          onBack: () => this.#close(),
          isVisitorShown: this.isVisitorShown,
          onVisitor: () => (this.isVisitorShown = !this.isVisitorShown),
          onEnd: isMine ? () => void this.#end() : undefined,
        })}
        <crm-chat-thread
          side="operator"
          conversation-id=${this.conversationId}
          .client=${this.crm}
          ?readonly=${!isMine}
        >
          <div class="foot" slot="footer">${this.renderFoot(conversation)}</div>
        </crm-chat-thread>
      </div>
      ${
        conversation
          ? html`<crm-chat-visitor
              class="pane"
              visit-id=${conversation.visit_id}
              .visitor=${conversation.visitor}
              .client=${this.crm}
            ></crm-chat-visitor>`
          : nothing
      }
    `;
  }

  protected renderFoot(conversation: Conversation | undefined): TemplateResult | typeof nothing {
    const terms = this.#words;
    if (!conversation) return nothing;
    if (conversation.state === 'ended') return html`<p role="status">${terms.ended}</p>`;
    const name = conversation.operator?.name ?? terms.colleague;
    if (conversation.operator?.id === this.#me) return nothing;
    if (conversation.state === 'active') return html`<p role="status">${terms.takenBy(name)}</p>`;
    return html`
      ${conversation.state === 'missed' ? html`<p role="status">${this.renderMissed(conversation)}</p>` : nothing}
      ${this.notice ? html`<p role="alert">${this.notice}</p>` : nothing}
      <button
        class="primary"
        part="accept"
        type="button"
        ?disabled=${this.isAccepting}
        @click=${this.#accept}
      >
        ${this.isAccepting ? terms.accepting : terms.accept}
      </button>
    `;
  }

  /** Nobody came in time; where the visitor can be written to. */
  protected renderMissed({ visitor }: Conversation): TemplateResult {
    const { email } = visitor;
    const address = html`<a href="mailto:${email}"><bdi dir="ltr">${email}</bdi></a>`;
    return html`${this.#words.missedHint} ${email === null ? nothing : address}`;
  }

  /** The open conversation, as the newer of its two sources tells it. */
  get #conversation(): Conversation | undefined {
    const listed = this.#queue.value?.data?.chats.find(({ id }) => id === this.conversationId);
    const read = this.#thread.value?.data?.conversation;
    return (read?.rev ?? 0) >= (listed?.rev ?? 0) ? (read ?? listed) : listed;
  }

  /** Id of the operator. */
  get #me(): string {
    return this.#queue.value?.data?.me ?? '';
  }

  /** What a narrow page shows. */
  get #pane(): string {
    if (!this.conversationId) return 'queue';
    return this.isVisitorShown ? 'visitor' : 'chat';
  }

  get #words(): ConsoleWords {
    return this.terms(consoleWords);
  }

  #choose(id: string): void {
    this.conversationId = id;
    this.notice = '';
    this.isVisitorShown = false;
    this.#wantsFocus = 'thread';
  }

  #close(): void {
    this.conversationId = '';
    this.#wantsFocus = 'queue';
  }

  readonly #accept = async (): Promise<void> => {
    const id = this.conversationId;
    if (!this.dispatchEvent(new CrmChatAcceptEvent(id))) return;
    this.isAccepting = true;
    if (await this.#take()) {
      this.dispatchEvent(new CrmChatAcceptedEvent(id));
      this.#wantsFocus = 'thread';
    }
    this.isAccepting = false;
  };

  /** @returns whether the open conversation is ours */
  async #take(): Promise<boolean> {
    const source = this.#thread.source;
    this.notice = '';
    try {
      await source?.accept();
      return true;
    } catch (error) {
      // Whoever was faster is shown by the conversation itself.
      if (error instanceof CrmError && error.kind === 'refused') source?.refresh();
      else this.notice = this.#words.failed;
      return false;
    } finally {
      this.#queue.source?.refresh();
    }
  }

  async #end(): Promise<void> {
    if (!this.dispatchEvent(new CrmChatEndEvent(this.conversationId))) return;
    try {
      await this.#thread.source?.end();
      this.#wantsFocus = 'queue';
      this.requestUpdate();
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      this.notice = this.#words.failed;
    }
  }

  async #focusNow(): Promise<void> {
    const root = this.renderRoot;
    const thread = root.querySelector('crm-chat-thread');
    const chats = [...root.querySelectorAll<HTMLElement>('.chat')];
    const target = this.#wantsFocus === 'thread' ? thread : (chats[0] ?? thread);
    // What is in the thread can take the focus once the thread is drawn.
    if (!target || (target === thread && !this.#thread.value?.data)) return;
    this.#wantsFocus = undefined;
    await thread?.updateComplete;
    const accept = root.querySelector<HTMLElement>('[part=accept]');
    (target === thread ? (accept ?? target) : target).focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-chat-console': CrmChatConsole;
  }
}
