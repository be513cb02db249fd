import type { Conversation, conversationRoom, MessagePage } from '@crm-elements/contract';
import {
  failed,
  followRoom,
  loading,
  ready,
  Store,
  uuid,
  type CrmClient,
  type CrmError,
  type Follower,
  type Outbox,
  type OutboxEntry,
  type Resource,
  type Running,
} from '@crm-elements/core';
import { keepConversation, readConversation } from './conversation-snapshot.js';
import {
  noConversation,
  reduceConversation,
  type ConversationChange,
  type ConversationState,
  type Side,
} from './conversation-state.js';

const roomOf: typeof conversationRoom = (id) => `conversation/${id}`;

/** A typing sign holds this long unless it is repeated, ms. */
const TYPING_MS = 4_000;
/** It is told at most this often, ms. */
const TYPING_GAP_MS = 2_000;

/** One conversation, for either side: read by sequence, written through the outbox. */
export class ConversationStore implements Running {
  readonly state = new Store<Resource<ConversationState>>(loading);
  #data = noConversation;
  #isLost = false;
  #error: CrmError | undefined;
  #outbox: Outbox | undefined;
  #follower: Follower | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #typedAt = 0;
  #readMark = 0;

  constructor(
    private readonly client: CrmClient,
    readonly id: string,
    /** Which side writes here. */
    private readonly side: Side,
  ) {}

  start(): () => void {
    const outbox = (this.#outbox = this.client.outbox(roomOf(this.id), (entry) => this.#post(entry)));
    const showPending = () => this.#apply({ type: 'pending', entries: outbox.entries.value });
    const unwatch = outbox.entries.subscribe(showPending);
    this.#follower = followRoom(this.client, {
      room: roomOf(this.id),
      gap: 50,
      read: () => this.#readAll(),
      take: (pages) => {
        this.#error = undefined;
        for (const page of pages) this.#apply({ type: 'read', page });
        this.#keep();
        return this.#data.conversation?.rev ?? 0;
      },
      fail: (error) => {
        this.#error = error;
        this.#show();
      },
      link: (lost) => {
        this.#isLost = lost;
        if (!lost) outbox.flush();
        this.#show();
      },
      typing: (author) => {
        if (author !== this.side) this.#showTyping();
      },
    });
    void this.#restore();
    return () => {
      unwatch();
      outbox.close();
      this.#follower?.stop();
      clearTimeout(this.#quiet);
    };
  }

  refresh(): void {
    this.#follower?.refresh();
    this.#outbox?.flush();
  }

  /** Resolves when the text is safe on this device; the network comes after. */
  async send(text: string): Promise<void> {
    await this.#outbox?.add(uuid(), { text });
  }

  retry(id: string): void {
    void this.#outbox?.retry(id);
  }

  discard(id: string): void {
    void this.#outbox?.discard(id);
  }

  /** Tells the other side that somebody is writing, now and then. */
  type(): void {
    const now = Date.now();
    if (now - this.#typedAt < TYPING_GAP_MS) return;
    this.#typedAt = now;
    this.client.realtime.type(roomOf(this.id));
  }

  /** Everything shown has been seen. */
  markRead(): void {
    const seq = this.#data.messages.at(-1)?.seq ?? 0;
    const known = Math.max(this.#readMark, this.#data.conversation?.read[this.side] ?? 0);
    if (seq <= known) return;
    this.#readMark = seq;
    this.client
      .call('POST /v1/conversations/:id/read', { params: { id: this.id }, body: { seq } })
      .then((conversation) => this.#apply({ type: 'conversation', conversation }))
      .catch(() => (this.#readMark = 0));
  }

  /** @throws {CrmError} */
  async accept(): Promise<Conversation> {
    return this.#change(this.client.call('POST /v1/conversations/:id/accept', { params: { id: this.id } }));
  }

  /** @throws {CrmError} */
  async end(): Promise<void> {
    await this.#change(this.client.call('POST /v1/conversations/:id/end', { params: { id: this.id } }));
    this.refresh();
  }

  async #change(answer: Promise<Conversation>): Promise<Conversation> {
    const conversation = await answer;
    this.#apply({ type: 'conversation', conversation });
    return conversation;
  }

  async #post({ id, payload }: OutboxEntry): Promise<void> {
    const { text } = payload as { text: string };
    const message = await this.client.call('POST /v1/conversations/:id/messages', {
      params: { id: this.id },
      body: { client_id: id, text },
    });
    this.#apply({ type: 'sent', message });
    // What came before it is read now: a hint may be long in coming.
    if (this.#data.ahead.length > 0) this.#follower?.refresh();
  }

  async #readAll(): Promise<MessagePage[]> {
    const pages: MessagePage[] = [];
    let after = this.#data.messages.at(-1)?.seq ?? 0;
    for (let more = true; more;) {
      const page = await this.client.call('GET /v1/conversations/:id/messages', {
        params: { id: this.id },
        query: { after },
      });
      pages.push(page);
      after = page.data.at(-1)?.seq ?? after;
      more = page.more;
    }
    return pages;
  }

  #showTyping(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#apply({ type: 'typing', on: false }), TYPING_MS);
    this.#apply({ type: 'typing', on: true });
  }

  #apply(change: ConversationChange): void {
    this.#data = reduceConversation(this.#data, change);
    this.#show();
  }

  /** The last known state is shown until the first answer. */
  async #restore(): Promise<void> {
    const page = await readConversation(this.client, roomOf(this.id));
    if (page && !this.#data.conversation) this.#apply({ type: 'read', page });
  }

  #keep(): void {
    const { conversation, messages } = this.#data;
    if (!conversation) return;
    void keepConversation(this.client, roomOf(this.id), { conversation, data: [...messages], more: false });
  }

  #show(): void {
    const known = this.#data.conversation && this.#data;
    if (this.#error) this.state.set(failed(this.#error, known));
    else if (known) this.state.set(ready(known, this.#isLost));
  }
}
