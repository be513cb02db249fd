import type { Api, EmbedCode, PortalInput, PortalSettings, VisitorTracking } from '@crm-elements/contract';
import { failed, LiveStore, loading, ready, Store, toCrmError, uuid } from '@crm-elements/core';
import type { CrmClient, Resource, Running } from '@crm-elements/core';
import { reduceTracking, type TrackingChange } from './tracking-state.js';

type Body<K extends keyof Api> = Api[K]['input'] extends { body: infer B } ? B : never;
export type PortalChanges = Body<'PATCH /v1/portals/:id'>;
export type CodeInput = Body<'POST /v1/portals/:id/embed-codes'>;
type CodeChanges = Body<'PATCH /v1/portals/:id/embed-codes/:embed_id'>;
type Letter = Body<'POST /v1/portals/:id/embed-codes/:embed_id/send'>;

/** The integration with its portals and their codes. Every write throws a `CrmError` when it is refused. */
export class TrackingStore implements Running {
  readonly state = new Store<Resource<VisitorTracking>>(loading);
  readonly #live = new LiveStore<VisitorTracking | undefined, TrackingChange>(undefined, reduceTracking);
  #reading = 0;

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    const end = this.#live.subscribe(() => {
      const { value } = this.#live;
      if (value) this.state.set(ready(value));
    });
    void this.refresh();
    return () => {
      this.#reading++;
      end();
    };
  }

  /** Reads all anew. A failure is told in the state. */
  async refresh(): Promise<void> {
    const reading = ++this.#reading;
    if (!this.#live.value) this.state.set(loading);
    try {
      const tracking = await this.client.call('GET /v1/visitor-tracking');
      if (reading === this.#reading) this.#live.confirm({ type: 'loaded', tracking });
    } catch (error) {
      if (reading === this.#reading) this.state.set(failed(toCrmError(error), this.#live.value));
    }
  }

  /** Switches the integration on, or deactivates it. */
  async switch(enabled: boolean): Promise<void> {
    const tracking = await this.client.call('PUT /v1/visitor-tracking', { body: { enabled } });
    this.#reading++;
    this.#live.confirm({ type: 'loaded', tracking });
  }

  /** Makes a portal; the first one switches the integration on. */
  async create(input: PortalInput): Promise<PortalSettings> {
    const portal = await this.client.call('POST /v1/portals', { body: input });
    if (this.#live.value?.enabled) await this.refresh();
    // The portal is there whatever becomes of this: the page offers to switch on what is off.
    else await this.switch(true).catch(() => this.refresh());
    return portal;
  }

  async changePortal(id: string, changes: PortalChanges): Promise<void> {
    const portal = await this.client.call('PATCH /v1/portals/:id', { params: { id }, body: changes });
    this.#live.confirm({ type: 'portal', portal });
    // What may be created, and why no visits come, may be otherwise now; nobody has to wait for it.
    if ('enabled' in changes || 'associated' in changes) void this.refresh();
  }

  async addCode(portalId: string, input: CodeInput): Promise<void> {
    const code = await this.client.call('POST /v1/portals/:id/embed-codes', {
      params: { id: portalId },
      body: input,
    });
    this.#live.confirm({ type: 'code', portalId, code });
  }

  async changeCode(portalId: string, codeId: string, changes: CodeChanges): Promise<void> {
    const params = { id: portalId, embed_id: codeId };
    const code = await this.client.call('PATCH /v1/portals/:id/embed-codes/:embed_id', {
      params,
      body: changes,
    });
    this.#live.confirm({ type: 'code', portalId, code });
    if ('allowed_origins' in changes) void this.refresh();
  }

  /** Shows or hides the chat icon, at once; the answer brings the code with it. */
  async showIcon(portalId: string, code: EmbedCode, isShown: boolean): Promise<void> {
    const changed = { ...code, show_chat_icon: isShown };
    await this.#live.propose(uuid(), { type: 'code', portalId, code: changed }, async () => ({
      type: 'code',
      portalId,
      code: await this.client.call('PATCH /v1/portals/:id/embed-codes/:embed_id', {
        params: { id: portalId, embed_id: code.id },
        body: { show_chat_icon: isShown },
      }),
    }));
  }

  async removeCode(portalId: string, codeId: string): Promise<void> {
    await this.client.call('DELETE /v1/portals/:id/embed-codes/:embed_id', {
      params: { id: portalId, embed_id: codeId },
    });
    this.#live.confirm({ type: 'code-removed', portalId, codeId });
  }

  /** @returns how many mails left */
  async send(portalId: string, codeId: string, letter: Letter): Promise<number> {
    const params = { id: portalId, embed_id: codeId };
    const { sent } = await this.client.call('POST /v1/portals/:id/embed-codes/:embed_id/send', {
      params,
      body: letter,
    });
    return sent;
  }

  async readIdentityKey(portalId: string): Promise<string> {
    const { key } = await this.client.call('GET /v1/portals/:id/identity-key', { params: { id: portalId } });
    return key;
  }
}
