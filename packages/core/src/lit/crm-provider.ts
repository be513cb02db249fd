import { ContextProvider } from '@lit/context';
import { LitElement, html, css, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { createCrm, type CrmClient } from '../client.js';
import type { GetToken } from '../http/tokens.js';
import { clientContext } from './client-context.js';

/**
 * Gives all CRM elements below it one client: one token, one live link.
 *
 * @tagname crm-provider
 * @slot - The part of the page that uses CRM elements.
 */
export class CrmProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Address of the backend; the page's own origin when absent. */
  @property({ attribute: 'base-url' }) baseUrl = '';

  /** An access token, for a page that outlives none; `getToken` is the better way. */
  @property() token = '';

  /** Asks the host's own backend for a token; called again when one has expired. */
  @property({ attribute: false }) getToken: GetToken | undefined;

  /**
   * Who is signed in, such as the user's id: under it unsent messages are kept on this device, and tabs share one
   * link. Without it nothing is kept.
   */
  @property() person = '';

  readonly #provider = new ContextProvider(this, { context: clientContext });

  /** The client that elements below use; undefined until there is a way to a token. */
  get client(): CrmClient | undefined {
    return this.#provider.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#provide();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A provider that only moves in the page keeps its client.
    queueMicrotask(() => {
      if (!this.isConnected) this.#replace(undefined);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((['baseUrl', 'token', 'getToken', 'person'] as const).some((name) => changed.has(name))) {
      this.#replace(undefined);
      this.#provide();
    }
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provide(): void {
    const getToken = this.getToken ?? (this.token ? () => this.token : undefined);
    if (this.client || !getToken) return;
    const baseUrl = this.baseUrl || location.origin;
    this.#replace(createCrm({ baseUrl, getToken, ...(this.person && { person: this.person }) }));
  }

  #replace(client: CrmClient | undefined): void {
    const former = this.client;
    if (former === client) return;
    this.#provider.setValue(client);
    former?.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-provider': CrmProvider;
  }
}
