import { failed, loading, readMore, ready, Store, toCrmError } from '@crm-elements/core';
import type { CrmClient, Page, Resource, Running } from '@crm-elements/core';
import type { WorkflowRun } from '@crm-elements/contract';
import { reduceRuns, type RunsChange, type RunsState } from './runs-state.js';

export type RunStatus = WorkflowRun['status'];

export interface RunsFilter {
  ruleId: string;
  recordId: string;
  /** Empty for all. */
  status: RunStatus | '';
}

/** What rules have done; read when it is asked for. */
export class RunsStore implements Running {
  readonly state = new Store<Resource<RunsState>>(loading);
  /** Reads that were overtaken by a later one are dropped. */
  #reading = 0;

  constructor(
    private readonly client: CrmClient,
    private readonly filter: RunsFilter,
  ) {}

  start(): () => void {
    void this.#read();
    return () => this.#reading++;
  }

  /** Reads the newest page again. */
  refresh(): void {
    if (!this.state.value.data) this.state.set(loading);
    void this.#read();
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  loadMore(): Promise<void> {
    return readMore(this.state.value.data, {
      read: (next) => this.#page(next),
      tell: (change) => this.#apply(change),
      restart: () => this.refresh(),
    });
  }

  /** Tries the failed actions of a run again. A refusal is told in the state. */
  async retry(id: string): Promise<void> {
    if (this.state.value.data?.retrying.has(id)) return;
    this.#apply({ type: 'retry-asked', id });
    try {
      const run = await this.client.call('POST /v1/workflow-runs/:id/retry', { params: { id } });
      this.#apply({ type: 'retried', run });
    } catch {
      this.#apply({ type: 'retry-refused', id });
    }
  }

  async #read(): Promise<void> {
    const reading = ++this.#reading;
    try {
      const page = await this.#page(undefined);
      if (reading === this.#reading) this.#apply({ type: 'loaded', page });
    } catch (thrown) {
      const error = toCrmError(thrown);
      if (reading === this.#reading)
        this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.state.value.data));
    }
  }

  async #page(cursor: string | undefined): Promise<Page<WorkflowRun>> {
    const { ruleId, recordId, status } = this.filter;
    const query = {
      ...(ruleId && { rule_id: ruleId }),
      ...(recordId && { record_id: recordId }),
      ...(status && { status }),
      ...(cursor !== undefined && { cursor }),
    };
    const { data, next_cursor: next } = await this.client.call('GET /v1/workflow-runs', { query });
    return { rows: data, next };
  }

  #apply(change: RunsChange): void {
    this.state.set(ready(reduceRuns(this.state.value.data, change)));
  }
}
