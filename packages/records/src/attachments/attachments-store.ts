import { Store, toCrmError, uuid, type CrmClient, type Resource, type Running } from '@crm-elements/core';
import { RelatedStore, type RelatedRows } from '../page/related/related-store.js';
import {
  nextUploads,
  reduceUploads,
  type Upload,
  type UploadChange,
  type Uploads,
} from './attachments-state.js';

const FIELDS = ['File_Name', 'Size', 'Created_By', 'Created_Time', '$editable'];
const LIST = 'Attachments';

export interface AttachmentsState {
  rows: Resource<RelatedRows>;
  uploads: Uploads;
}

/** The attachments of a record, and the files on their way to it; these go on when nobody looks. */
export class AttachmentsStore implements Running {
  readonly state: Store<AttachmentsState>;
  readonly #rows: RelatedStore;
  readonly #cancels = new Map<string, AbortController>();
  /** Deleted, though a read that was under way may still tell of them. */
  readonly #deleted = new Set<string>();

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
    private readonly recordId: string,
  ) {
    const place = { module, recordId, list: LIST, rowModule: LIST, fields: FIELDS };
    this.#rows = new RelatedStore(client, place);
    this.state = new Store<AttachmentsState>({ rows: this.#rows.state.value, uploads: [] });
  }

  start(): () => void {
    const unsubscribe = this.#rows.state.subscribe(() => this.#list());
    const stop = this.#rows.start();
    return () => {
      unsubscribe();
      stop();
    };
  }

  /** Reads the list now: a reader's retry. */
  refresh(): void {
    this.#rows.refresh();
  }

  loadMore(): Promise<void> {
    return this.#rows.loadMore();
  }

  /** Sends files, a few at a time. */
  add(files: readonly File[]): void {
    this.#change({ type: 'added', files: files.map((file) => ({ key: uuid(), file })) });
    this.#sendNext();
  }

  /** Sends a file again that was not taken. */
  retry(key: string): void {
    this.#change({ type: 'retried', key });
    this.#sendNext();
  }

  /** Gives up a file that is on its way or was not taken. */
  cancel(key: string): void {
    this.#change({ type: 'removed', key });
    this.#cancels.get(key)?.abort();
  }

  /** @throws {CrmError} */
  download(id: string): Promise<Blob> {
    return this.client.download('GET /crm/v8/:module/:id/Attachments/:attachment', {
      params: { module: this.module, id: this.recordId, attachment: id },
    });
  }

  /** @throws {CrmError} */
  async remove(id: string): Promise<void> {
    await this.client.call('DELETE /crm/v8/:module/:id/:related/:row', {
      params: { module: this.module, id: this.recordId, related: LIST, row: id },
    });
    this.#deleted.add(id);
    this.#list();
  }

  #list(): void {
    const { value } = this.#rows.state;
    const rows = value.data?.rows.filter(({ id }) => !this.#deleted.has(id)) ?? [];
    this.state.set({
      rows: value.data ? { ...value, data: { ...value.data, rows } } : value,
      uploads: reduceUploads(this.state.value.uploads, {
        type: 'listed',
        ids: new Set(rows.map(({ id }) => id)),
      }),
    });
  }

  #change(change: UploadChange): void {
    const { rows, uploads } = this.state.value;
    this.state.set({ rows, uploads: reduceUploads(uploads, change) });
  }

  #sendNext(): void {
    for (const upload of nextUploads(this.state.value.uploads)) {
      this.#change({ type: 'started', key: upload.key });
      void this.#send(upload);
    }
  }

  async #send({ key, file }: Upload): Promise<void> {
    const cancel = new AbortController();
    this.#cancels.set(key, cancel);
    try {
      const answer = await this.client.upload(
        'POST /crm/v8/:module/:id/Attachments',
        { params: { module: this.module, id: this.recordId }, file },
        {
          onProgress: (part) => this.#change({ type: 'progressed', key, part }),
          signal: cancel.signal,
        },
      );
      const row = 'data' in answer ? answer.data[0] : answer;
      this.#change({ type: 'sent', key, attachmentId: String(row?.details.id) });
      this.#rows.refresh();
    } catch (error) {
      if (!cancel.signal.aborted) this.#change({ type: 'failed', key, error: toCrmError(error) });
    }
    this.#cancels.delete(key);
    this.#sendNext();
  }
}

/** For a `StoreController`: the shared attachments of a record; undefined while there is no client or no record. */
export const wantAttachments = (client: CrmClient | undefined, module: string, id: string) =>
  client && module && id
    ? {
        client,
        key: `attachments/${module}/${id}`,
        create: (owner: CrmClient) => new AttachmentsStore(owner, module, id),
      }
    : undefined;
