import type { CrmRecord, WriteRow } from '@crm-elements/contract';
import {
  CrmError,
  followRoom,
  LiveStore,
  uuid,
  type CrmClient,
  type Follower,
  type Resource,
  type Running,
} from '@crm-elements/core';
import type { AnyReference } from '../fields/edit/draft.js';
import { isSame } from '../fields/edit/editing.js';
import { roomOf } from '../room.js';
import { initial, reduceRecord, type RecordChange, type Values } from './record-state.js';

/** Records of a module change often while somebody imports: at most one read a second. */
const GAP = 1_000;
/** How often a write begins anew because others changed other fields meanwhile. */
const ATTEMPTS = 3;

/** Somebody else has changed the same fields since editing began. The store shows their values already. */
export class ChangedMeanwhile extends Error {
  constructor(readonly fields: readonly string[]) {
    super(`Changed meanwhile: ${fields.join(', ')}`);
  }
}

/** One record: live, changed optimistically, shared by all elements that show it. */
export class RecordStore implements Running {
  readonly state = new LiveStore<Resource<CrmRecord>, RecordChange>(initial, reduceRecord);
  #isLost = false;
  #follower: Follower | undefined;
  readonly #params: { module: string; id: string };

  constructor(
    private readonly client: CrmClient,
    module: string,
    id: string,
  ) {
    this.#params = { module, id };
  }

  start(): () => void {
    this.#follower = followRoom(this.client, {
      room: roomOf(this.#params.module),
      gap: GAP,
      // The answer does not tell its sequence: it holds at least what was known when it was asked for.
      read: async (wanted) => ({ record: await this.#read(), wanted }),
      take: ({ record, wanted }) => {
        this.#confirm(record);
        return wanted;
      },
      fail: (error) => this.state.confirm({ type: 'failed', error }),
      link: (isLost) => {
        this.#isLost = isLost;
        this.state.confirm({ type: 'link', isLost });
      },
    });
    return () => this.#follower?.stop();
  }

  /** Reads the record now: a reader's retry. */
  refresh(): void {
    this.#follower?.refresh();
  }

  /**
   * Shows the values at once and sends them.
   * @param before the values of the same fields when editing began: who finds others refuses to overwrite them
   * @throws {ChangedMeanwhile} when somebody else changed one of the fields
   * @throws {CrmError} when the server refuses
   */
  async save(values: Values, before: Values): Promise<void> {
    const known = this.state.value.data;
    await this.state.propose(uuid(), { type: 'written', values }, () => this.#send(values, before, known));
    // Names and formulas follow from fields.
    this.refresh();
  }

  /**
   * Adds a tag or takes one away, which shows at once.
   * @param next names of the tags after it
   * @throws {CrmError}
   */
  async tag(change: 'add' | 'remove', name: string, next: readonly string[]): Promise<void> {
    const written = { type: 'written', values: { Tag: next.map((each) => ({ name: each })) } } as const;
    const given = { params: this.#params, query: {}, body: { tags: [{ name }] } };
    await this.state.propose(uuid(), written, async () => {
      await this.client.call(`POST /crm/v8/:module/:id/actions/${change}_tags`, given);
      return written;
    });
    this.refresh();
  }

  /** Moves the record to the recycle bin. @throws {CrmError} */
  async remove(): Promise<void> {
    await this.client.call('DELETE /crm/v8/:module/:id', { params: this.#params, query: {} });
    this.state.confirm({ type: 'failed', error: gone() });
  }

  async #send(values: Values, before: Values, shown: CrmRecord | undefined): Promise<RecordChange> {
    let known = shown ?? (await this.#read());
    for (let attempt = 1; ; attempt++) {
      const latest: Values = known;
      const clashing = Object.keys(values).filter((name) => !isSame(latest[name], before[name]));
      if (clashing.length > 0) throw new ChangedMeanwhile(clashing);
      try {
        return { type: 'written', values: { ...values, ...(await this.#put(values, known)) } };
      } catch (error) {
        if (!(error instanceof CrmError) || error.code !== 'ALREADY_MODIFIED' || attempt === ATTEMPTS)
          throw error;
        known = await this.#read();
        this.#confirm(known);
      }
    }
  }

  async #put(values: Values, { Modified_Time: since }: CrmRecord): Promise<Values> {
    const { data } = await this.client.call(
      'PUT /crm/v8/:module/:id',
      { params: this.#params, body: { data: [rowOf(values)] } },
      typeof since === 'string' ? { unmodifiedSince: since } : {},
    );
    const { Modified_Time, Modified_By } = factsOf(data);
    return { Modified_Time, Modified_By };
  }

  async #read(): Promise<CrmRecord> {
    const answer = await this.client
      .call('GET /crm/v8/:module/:id', { params: this.#params, query: {} })
      .catch(notThere);
    const [record] = answer?.data ?? [];
    if (!record) throw gone();
    return record;
  }

  #confirm(record: CrmRecord): void {
    this.state.confirm({ type: 'read', record, isLost: this.#isLost });
  }
}

const gone = () => new CrmError('not_found', 'not_found', 'The record is not there.');

/** An id of the wrong form is the id of no record. */
function notThere(error: unknown): never {
  throw error instanceof CrmError && error.code === 'INVALID_DATA' ? gone() : error;
}

/** A lookup into any module is sent with the module's name beside it. */
function rowOf(values: Values): Values {
  const modules = Object.values(values).flatMap((value) =>
    isAnyReference(value) ? value.module.api_name : [],
  );
  return modules[0] === undefined ? values : { ...values, $se_module: modules[0] };
}

const isAnyReference = (value: unknown): value is AnyReference =>
  typeof value === 'object' && value !== null && 'module' in value;

const factsOf = (rows: WriteRow[]): Values => rows[0]?.details ?? {};

/** Makes a record. @returns its id @throws {CrmError} */
export async function createRecord(client: CrmClient, module: string, values: Values): Promise<string> {
  const body = { data: [rowOf(values)] };
  const { data } = await client.call('POST /crm/v8/:module', { params: { module }, body });
  return String(factsOf(data).id);
}

/** For a `StoreController`: the shared store of a record; undefined while there is no client or no record. */
export const wantRecord = (client: CrmClient | undefined, module: string, id: string) =>
  client && module && id
    ? {
        client,
        key: `record/${module}/${id}`,
        create: (owner: CrmClient) => new RecordStore(owner, module, id),
      }
    : undefined;
