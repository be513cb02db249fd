import { Store, type CrmClient, type Running } from '@crm-elements/core';
import { StoreController } from '@crm-elements/core/lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { emptyForm, type FormState } from './form-state.js';

interface Kept {
  /** Whether it is known what was kept. */
  isRead: boolean;
  form: FormState;
}

/** What was typed into a form and not saved, on this device: it is there again after the page was left. */
export class DraftStore implements Running {
  readonly state = new Store<Kept>({ isRead: false, form: emptyForm });

  constructor(
    private readonly client: CrmClient,
    private readonly key: string,
  ) {}

  start(): () => void {
    void this.#read();
    return () => undefined;
  }

  async keep({ drafts, before }: FormState): Promise<void> {
    this.state.set({ isRead: true, form: { ...emptyForm, drafts, before } });
    const storage = await this.client.storage;
    await storage.writeSnapshot(this.key, drafts.size > 0 ? { drafts, before } : undefined);
  }

  async #read(): Promise<void> {
    const storage = await this.client.storage;
    const kept = (await storage.readSnapshot(this.key)) as Partial<FormState> | undefined;
    this.state.set({ isRead: true, form: { ...emptyForm, ...kept } });
  }
}

/** Which form it is: that of a record, or of a new one with what it begins with. */
interface Place {
  client: CrmClient | undefined;
  module: string;
  recordId: string;
  values: object;
}

/** Gives a form what was typed into it before, once, and keeps what is typed now. */
export class KeptDraft implements ReactiveController {
  readonly #draft: StoreController<Kept, DraftStore>;
  #taken: DraftStore | undefined;

  constructor(
    host: ReactiveControllerHost,
    place: () => Place,
    private readonly onTake: (form: FormState) => void,
  ) {
    this.#draft = new StoreController(host, () => wantDraft(place()));
    host.addController(this);
  }

  hostUpdate(): void {
    const { source, value } = this.#draft;
    if (!source || !value?.isRead || source === this.#taken) return;
    this.#taken = source;
    if (value.form.drafts.size > 0) this.onTake(value.form);
  }

  keep(form: FormState): void {
    if (this.#taken && this.#taken === this.#draft.source) void this.#taken.keep(form);
  }
}

function wantDraft({ client, module, recordId, values }: Place) {
  if (!client || !module) return undefined;
  const key = `draft/record/${module}/${recordId || JSON.stringify(values)}`;
  return { client, key, create: (owner: CrmClient) => new DraftStore(owner, key) };
}
