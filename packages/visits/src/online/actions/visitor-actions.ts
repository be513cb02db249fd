import type { TriggerAction } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ShownVisitor } from '../visitors-state.js';
import { CrmCallPlaceEvent, CrmVisitorCommandedEvent, CrmVisitorCommandEvent } from '../events.js';
import type { OnlineWords } from '../i18n/index.js';
import { loadOnline } from '../load-online.js';
import { faultText } from './fault-text.js';
import { renderActions } from './render-actions.js';
import type { VisitorCommands } from './visitor-commands.js';

interface Page {
  host: ReactiveControllerHost & EventTarget;
  client: () => CrmClient | undefined;
  store: () => VisitorCommands | undefined;
  terms: () => OnlineWords;
  nameOf: (visitor: ShownVisitor) => string;
  /** Tells the reader what came of it. */
  say: (text: string) => void;
}

/** What a reader does with online visitors: invite, open the chat, call, add a number. */
export class VisitorActions {
  #prompt: { kind: 'invite' | 'phone'; visitor: ShownVisitor } | undefined;

  constructor(private readonly page: Page) {}

  render(visitor: ShownVisitor): TemplateResult | typeof nothing {
    const { page } = this;
    return renderActions({
      visitor,
      name: page.nameOf(visitor),
      terms: page.terms(),
      onInvite: () => this.#ask('invite', visitor),
      onOpenChat: () => void this.#openChat(visitor),
      onCall: (event, phone) => {
        if (!page.host.dispatchEvent(new CrmCallPlaceEvent(phone, visitor.record))) event.preventDefault();
      },
      onAddPhone: () => this.#ask('phone', visitor),
    });
  }

  /** The dialog for what has to be typed; nothing while nothing is asked. */
  renderPrompt(): TemplateResult | typeof nothing {
    if (!this.#prompt) return nothing;
    const { kind, visitor } = this.#prompt;
    const send = (text: string) =>
      kind === 'invite' ? this.#invite(visitor, text) : this.#addPhone(visitor, text);
    return html`<crm-visitor-prompt
      .client=${this.page.client()}
      .kind=${kind}
      .name=${this.page.nameOf(visitor)}
      .send=${send}
      @close=${() => this.#show(undefined)}
    ></crm-visitor-prompt>`;
  }

  #ask(kind: 'invite' | 'phone', visitor: ShownVisitor): void {
    void loadOnline();
    this.#show({ kind, visitor });
  }

  #show(prompt: { kind: 'invite' | 'phone'; visitor: ShownVisitor } | undefined): void {
    this.#prompt = prompt;
    this.page.host.requestUpdate();
  }

  async #invite(visitor: ShownVisitor, text: string): Promise<void> {
    await this.#command(visitor, { type: 'invite', text });
    this.page.say(this.page.terms().invited(this.page.nameOf(visitor)));
  }

  async #openChat(visitor: ShownVisitor): Promise<void> {
    const { page } = this;
    try {
      await this.#command(visitor, { type: 'open_chat' });
      page.say(page.terms().chatOpened(page.nameOf(visitor)));
    } catch (error) {
      page.say(faultText(error, page.terms()));
    }
  }

  async #addPhone({ record, ...visitor }: ShownVisitor, phone: string): Promise<void> {
    if (!record) return;
    await this.page.store()?.setPhone(record, phone);
    this.page.say(this.page.terms().phoneAdded(this.page.nameOf({ ...visitor, record })));
  }

  async #command({ visit_id: id }: ShownVisitor, action: TriggerAction): Promise<void> {
    const { host, store } = this.page;
    if (!host.dispatchEvent(new CrmVisitorCommandEvent(id, action))) return;
    await store()?.command(id, action);
    host.dispatchEvent(new CrmVisitorCommandedEvent(id, action));
  }
}
