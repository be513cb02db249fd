import type { CrmClient } from '@crm-elements/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepDraft, readDraft } from './drafts.js';
import { isSendKey } from './send-key.js';

interface Options {
  /** Resolves when the text is stored; false leaves it in the composer. */
  send: (text: string) => Promise<boolean>;
  /** Something was typed. */
  typed: () => void;
}

/** What is being written: kept on the device until it is sent. */
export class Composer implements ReactiveController {
  text = '';
  #client: CrmClient | undefined;
  #name = '';
  #isStoring = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  /** What is written belongs to this conversation from now on. */
  use(client: CrmClient | undefined, name: string): void {
    if (client === this.#client && name === this.#name) return;
    this.#client = client;
    this.#name = name;
    this.text = '';
    if (client && name) void this.#restore(client, name);
  }

  readonly onInput = (event: Event): void => {
    this.#set((event.target as HTMLTextAreaElement).value);
    if (this.text) this.options.typed();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    void this.submit();
  };

  async submit(): Promise<void> {
    const { text } = this;
    if (this.#isStoring || !text.trim()) return;
    this.#isStoring = true;
    try {
      // What was typed meanwhile stays.
      if ((await this.options.send(text.trim())) && this.text.startsWith(text))
        this.#set(this.text.slice(text.length));
    } finally {
      this.#isStoring = false;
    }
  }

  hostDisconnected(): void {
    this.use(undefined, '');
  }

  async #restore(client: CrmClient, name: string): Promise<void> {
    const draft = await readDraft(client, name);
    if (typeof draft !== 'string' || this.text || this.#name !== name) return;
    this.text = draft;
    this.host.requestUpdate();
  }

  #set(text: string): void {
    this.text = text;
    if (this.#client) void keepDraft(this.#client, this.#name, text);
    this.host.requestUpdate();
  }
}
