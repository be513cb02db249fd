import { CrmError, type CrmClient, type Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { conversationKey } from '../conversation/conversation-key.js';
import { unreadCount, type ConversationState } from '../conversation/conversation-state.js';
import { ConversationStore } from '../conversation/conversation-store.js';
import { styles } from './crm-chat.styles.js';
import {
  CrmChatCloseEvent,
  CrmChatClosedEvent,
  CrmChatEndEvent,
  CrmChatStartEvent,
  CrmChatUnreadChangedEvent,
} from '../events.js';
import { form as formStyles } from './form.styles.js';
import { words, type Words } from '../i18n/index.js';
import { messages } from '../thread/messages.styles.js';
import { OpeningForm } from './opening-form.js';
import { renderHeader } from './render-header.js';
import { renderMessages } from '../thread/render-messages.js';
import { renderOpening } from './render-opening.js';
import { timesFor } from '../thread/times.js';
import { ViewportFit } from './viewport-fit.js';
import { createVisitorCrm, type VisitorCrm } from './visitor-client.js';
import { VisitorStore, type Opening, type VisitorChat } from './visitor-store.js';

/**
 * Chat for the visitor of a site: who they are, then the conversation. As a popover it is a window at the corner,
 * and the whole screen on a phone.
 *
 * @tagname crm-chat
 * @slot title - Instead of the title.
 * @slot intro - Instead of the line above the form before the first message.
 * @csspart header - The line with title and buttons.
 * @csspart end - The button that ends the conversation.
 * @csspart close - The button that closes the window.
 * @csspart form - The form before the first message.
 * @csspart start - The button that begins the conversation.
 * @csspart day - The line that begins a day, while the conversation begins.
 * @csspart group - Messages that follow each other, while the conversation begins.
 * @csspart author - The name above messages of the other side.
 * @csspart message - The first message, while the conversation begins.
 * @csspart meta - Time and state of the first message.
 * @csspart status - State of the first message.
 * @cssprop [--crm-accent] - Colour of one's own messages, buttons and focus.
 * @cssprop [--crm-launcher-offset] - Distance of the window from the corner.
 * @fires {CrmChatStartEvent} crm-chat-start - A conversation is about to begin; can be cancelled.
 * @fires {CrmChatEndEvent} crm-chat-end - The visitor is about to end it; can be cancelled.
 * @fires {CrmChatCloseEvent} crm-chat-close - The window is about to close; can be cancelled.
 * @fires {CrmChatClosedEvent} crm-chat-closed - The window is closed.
 * @fires {CrmChatUnreadChangedEvent} crm-chat-unread-changed - The number of unread messages is another one.
 */
export class CrmChat extends CrmElement {
  static override styles = [CrmElement.styles, messages, formStyles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Public key of the portal. */
  @property() portal = '';

  /** Id of the visitor, as the page's tracker knows them; a new one when absent. */
  @property() visitor: string | undefined;

  /** Id of the visit, from the same place. */
  @property() visit: string | undefined;

  /** Origin of the backend. */
  @property({ attribute: 'base-url' }) baseUrl = '';

  @state() private isOpen = false;

  #own: VisitorCrm | undefined;
  #unread = 0;
  #wantsFocus = false;
  readonly #chat = new StoreController<Resource<VisitorChat>, VisitorStore>(
    this,
    () => this.crm && { client: this.crm, key: 'visitor-chat', create: (client) => new VisitorStore(client) },
  );
  readonly #thread = new StoreController<Resource<ConversationState>, ConversationStore>(this, () => {
    const id = this.#chat.value?.data?.conversation?.id;
    return this.crm && id !== undefined
      ? {
          client: this.crm,
          key: conversationKey('visitor', id),
          create: (client) => new ConversationStore(client, id, 'visitor'),
        }
      : undefined;
  });
  readonly #form = new OpeningForm(this, (opening) => this.#start(opening));

  constructor() {
    super();
    new ViewportFit(this);
    this.addEventListener('toggle', (event) => this.#toggled(event.newState === 'open'));
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing && this.popover) this.close();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that only moves in the page keeps its client.
    queueMicrotask(() => {
      if (!this.isConnected) this.#release();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('portal');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const keys = ['portal', 'visitor', 'visit', 'baseUrl'] as const;
    if (keys.some((key) => changed.has(key))) this.#connect();
    this.#form.use(this.crm);
    const opening = this.#chat.value?.data?.opening;
    if (opening?.refused !== undefined) this.#form.mend(opening);
  }

  protected override updated(): void {
    const thread = this.#thread.value;
    if (thread?.status === 'error' && thread.error?.kind === 'not_found') this.#chat.source?.startOver();
    const unread = thread?.data ? unreadCount(thread.data, 'visitor') : 0;
    if (unread !== this.#unread) this.dispatchEvent(new CrmChatUnreadChangedEvent((this.#unread = unread)));
    if (this.#wantsFocus) this.#focusNow();
  }

  /** Opens the window and puts the focus where one writes. */
  open(): void {
    if (this.popover && !this.matches(':popover-open')) this.showPopover();
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  /** Closes the window, unless `crm-chat-close` is cancelled. */
  close(): void {
    if (!this.popover || !this.matches(':popover-open')) return;
    if (this.dispatchEvent(new CrmChatCloseEvent())) this.hidePopover();
  }

  protected override render() {
    const terms = this.#words;
    const chat = this.#chat.value;
    const conversation = this.#thread.value?.data?.conversation ?? chat?.data?.conversation;
    return html`
      <section class="window" role=${this.popover ? 'dialog' : 'group'} aria-label=${terms.chat}>
        ${renderHeader({
          terms,
          conversation,
          onEnd: () => void this.#end(),
          onClose: this.popover ? () => this.close() : undefined,
        })}
        <div class="body">
          ${renderResource(chat, {
            terms: (shared) => ({ ...this.terms(shared), stale: terms.offline }),
            retry: () => this.#chat.source?.refresh(),
            isEmpty: () => false,
            empty: () => nothing,
            ready: (data) => this.renderChat(data),
          })}
        </div>
      </section>
    `;
  }

  protected renderChat({ conversation, opening }: VisitorChat): TemplateResult {
    if (conversation) return this.renderThread(conversation.id);
    if (opening && opening.refused === undefined) return this.renderUnsent(opening);
    const isAttended = this.#isAttended;
    return renderOpening({ form: this.#form, terms: this.#words, isAttended, refused: opening?.refused });
  }

  /** While nobody has come: what to wait for. */
  protected renderNotice(): TemplateResult | typeof nothing {
    const terms = this.#words;
    const { state, visitor } = this.#thread.value?.data?.conversation ?? {};
    const waiting = this.#isAttended ? terms.waiting : terms.waitingAway;
    const notice = state === 'missed' ? terms.missed(visitor?.email ?? '') : state === 'waiting' && waiting;
    return notice ? html`<p class="queue" slot="notice" role="status">${notice}</p>` : nothing;
  }

  protected renderThread(id: string): TemplateResult {
    return html`
      <crm-chat-thread
        conversation-id=${id}
        .client=${this.crm}
        ?paused=${this.popover !== null && !this.isOpen}
      >
        ${this.renderNotice()}
        <div class="after" slot="footer">
          <button class="primary" type="button" @click=${() => this.#startOver()}>
            ${this.#words.startNew}
          </button>
        </div>
      </crm-chat-thread>
    `;
  }

  protected renderUnsent({ id, text, at }: NonNullable<VisitorChat['opening']>): TemplateResult {
    const terms = this.#words;
    const nothingToDo = () => undefined;
    return html`<div class="unsent">
      ${renderMessages([{ id, text, at, author: 'visitor', name: null, status: 'sending' }], {
        terms,
        times: timesFor(this.language),
        side: 'visitor',
        retry: nothingToDo,
        discard: nothingToDo,
      })}
      <p class="queue" role="status">${terms.opening}</p>
    </div>`;
  }

  protected override get crm(): CrmClient | undefined {
    return this.client ?? this.#own?.client ?? super.crm;
  }

  get #words(): Words {
    return this.terms(words);
  }

  get #isAttended(): boolean {
    return this.#own?.operatorsOnline.value !== false;
  }

  #connect(): void {
    this.#release();
    if (this.client || !this.portal || !this.isConnected) return;
    const { portal, visitor, visit } = this;
    this.#own = createVisitorCrm({ baseUrl: this.baseUrl || location.origin, portal, visitor, visit });
    this.#own.operatorsOnline.subscribe(() => this.requestUpdate());
  }

  #release(): void {
    this.#own?.client.close();
    this.#own = undefined;
  }

  #toggled(isOpen: boolean): void {
    this.isOpen = isOpen;
    if (!isOpen) this.dispatchEvent(new CrmChatClosedEvent());
  }

  #focusNow(): void {
    const root = this.renderRoot;
    const fields = [...root.querySelectorAll<HTMLInputElement>('.field :is(input, textarea)')];
    if (this.#chat.value?.data?.opening && !root.querySelector('.refusal, crm-chat-thread')) return;
    const target =
      root.querySelector('crm-chat-thread') ?? fields.find(({ value }) => value === '') ?? fields.at(-1);
    if (!target) return;
    this.#wantsFocus = false;
    const thread = target as Partial<CrmElement> & HTMLElement;
    void Promise.resolve(thread.updateComplete).then(() => target.focus({ preventScroll: true }));
  }

  async #start(opening: Opening): Promise<boolean> {
    if (!this.dispatchEvent(new CrmChatStartEvent(opening))) return false;
    await this.#chat.source?.open(opening, this.#chat.value?.data?.opening?.id);
    this.#wantsFocus = true;
    this.requestUpdate();
    return true;
  }

  #startOver(): void {
    this.#chat.source?.startOver();
    this.#wantsFocus = true;
  }

  async #end(): Promise<void> {
    const id = this.#chat.value?.data?.conversation?.id;
    if (id === undefined || !this.dispatchEvent(new CrmChatEndEvent(id))) return;
    try {
      await this.#thread.source?.end();
    } catch (error) {
      // Without a connection it goes on; the notice above says so.
      if (!(error instanceof CrmError)) throw error;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-chat': CrmChat;
  }
}
