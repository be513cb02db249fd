import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Composer } from './composer.js';
import { conversationKey } from '../conversation/conversation-key.js';
import { shownMessages, type ConversationState, type Side } from '../conversation/conversation-state.js';
import { ConversationStore } from '../conversation/conversation-store.js';
import { styles } from './crm-chat-thread.styles.js';
import { CrmChatEndedEvent, CrmChatSendEvent } from '../events.js';
import { words, type Words } from '../i18n/index.js';
import { messages as messageStyles } from './messages.styles.js';
import { renderComposer } from './render-composer.js';
import { renderMessages } from './render-messages.js';
import { StickToEnd } from './stick-to-end.js';
import { timesFor } from './times.js';

/**
 * One conversation, for either side: what was said, and the line to write in.
 *
 * @tagname crm-chat-thread
 * @slot notice - A line below the messages.
 * @slot footer - Instead of the composer while `readonly`, and after the end.
 * @csspart log - The list of messages.
 * @csspart day - The line that begins a day.
 * @csspart group - Messages of one side that follow each other.
 * @csspart author - The name above messages of the other side.
 * @csspart message - One message.
 * @csspart meta - Time and state of a message.
 * @csspart status - State of one's own message.
 * @csspart typing - The sign that the other side is writing.
 * @csspart news - The button that leads to new messages.
 * @csspart composer - The form to write in.
 * @csspart input - The text field.
 * @csspart send - The button that sends.
 * @fires {CrmChatSendEvent} crm-chat-send - A message is about to be sent; cancelled, it stays in the composer.
 * @fires {CrmChatEndedEvent} crm-chat-ended - The conversation has ended, by either side.
 */
export class CrmChatThread extends CrmElement {
  static override styles = [CrmElement.styles, messageStyles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Id of the conversation. */
  @property({ attribute: 'conversation-id' }) conversationId = '';

  /** Who writes and reads here. */
  @property() side: Side = 'visitor';

  /** Nobody is looking: nothing counts as read. */
  @property({ type: Boolean }) paused = false;

  /** Nothing can be written here. */
  @property({ type: Boolean }) readonly = false;

  readonly #thread = new StoreController<Resource<ConversationState>, ConversationStore>(this, () =>
    this.crm && this.conversationId
      ? {
          client: this.crm,
          key: conversationKey(this.side, this.conversationId),
          create: (client) => new ConversationStore(client, this.conversationId, this.side),
        }
      : undefined,
  );
  readonly #composer = new Composer(this, {
    send: (text) => this.#send(text),
    typed: () => this.#thread.source?.type(),
  });
  readonly #end = new StickToEnd(this, () => this.renderRoot.querySelector('.log'));
  #wasGoingOn = false;
  #wantsFocus = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#look);
  }

  protected override willUpdate(): void {
    this.#composer.use(this.crm, this.conversationId);
  }

  protected override updated(): void {
    const data = this.#thread.value?.data;
    if (!data) return;
    const last = shownMessages(data, this.side).at(-1);
    this.#end.drawn(last?.id, last?.author === this.side);
    this.#look();
    this.#tellEnd(data);
    if (this.#wantsFocus) this.focus({ preventScroll: true });
  }

  /** Puts the focus where one writes, or into the messages where one cannot; as soon as they are there. */
  override focus(options?: FocusOptions): void {
    const root = this.renderRoot;
    const target = root.querySelector('textarea') ?? root.querySelector<HTMLElement>('.log');
    this.#wantsFocus = target === null;
    target?.focus(options);
  }

  protected override render() {
    const terms = this.#words;
    return renderResource(this.#thread.value, {
      terms: (shared) => ({ ...this.terms(shared), stale: terms.offline }),
      retry: () => this.#thread.source?.refresh(),
      isEmpty: () => false,
      empty: () => nothing,
      ready: (state) => this.renderThread(state),
    });
  }

  protected renderThread(state: ConversationState): TemplateResult {
    const isWritable = !this.readonly && state.conversation?.state !== 'ended';
    return html`
      ${this.renderLog(state)} ${this.renderTyping(state)}
      ${isWritable ? renderComposer(this.#composer, this.#words) : html`<slot name="footer"></slot>`}
    `;
  }

  protected renderLog(state: ConversationState): TemplateResult {
    const terms = this.#words;
    const source = this.#thread.source;
    return html`
      <div class="view">
        <div
          class="log"
          part="log"
          role="log"
          aria-relevant="additions"
          aria-label=${terms.messages}
          tabindex="0"
          @scroll=${this.#end.onScroll}
        >
          ${renderMessages(shownMessages(state, this.side), {
            terms,
            times: timesFor(this.language),
            side: this.side,
            retry: (id) => source?.retry(id),
            discard: (id) => source?.discard(id),
          })}
          <slot name="notice"></slot>
        </div>
        ${
          this.#end.hasNews
            ? html`<button class="news" part="news" type="button" @click=${() => this.#end.jump()}>
                ${terms.newMessages}<span aria-hidden="true"> ↓</span>
              </button>`
            : nothing
        }
      </div>
    `;
  }

  protected renderTyping({ typing, conversation }: ConversationState): TemplateResult {
    const terms = this.#words;
    const name =
      this.side === 'visitor'
        ? (conversation?.operator?.name ?? terms.support)
        : (conversation?.visitor.name ?? terms.visitor);
    return html`<p class="typing" part="typing">${typing ? terms.typing(name) : nothing}</p>`;
  }

  get #words(): Words {
    return this.terms(words);
  }

  readonly #look = (): void => {
    const isSeen =
      !this.paused && !this.readonly && this.#end.isAtEnd && document.visibilityState === 'visible';
    if (isSeen) this.#thread.source?.markRead();
  };

  #tellEnd({ conversation }: ConversationState): void {
    const isGoingOn = conversation?.state !== 'ended';
    if (this.#wasGoingOn && !isGoingOn) this.dispatchEvent(new CrmChatEndedEvent(this.conversationId));
    this.#wasGoingOn = isGoingOn;
  }

  async #send(text: string): Promise<boolean> {
    if (!this.dispatchEvent(new CrmChatSendEvent(this.conversationId, text))) return false;
    await this.#thread.source?.send(text);
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-chat-thread': CrmChatThread;
  }
}
