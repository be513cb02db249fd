import { readMore, RoomStore } from '@crm-elements/core';
import type { CrmClient, Page } from '@crm-elements/core';
import type { WORKFLOW_RUNS_ROOM, WorkflowRun } from '@crm-elements/contract';
import { reduceRuns, type RunsChange, type RunsState } from './runs-state.js';

export type RunStatus = WorkflowRun['status'];

export interface RunsFilter {
  ruleId: string;
  recordId: string;
  /** Empty for all. */
  status: RunStatus | '';
}

const room: typeof WORKFLOW_RUNS_ROOM = 'workflow-runs';
/** Shortest time between two reads, ms. */
const GAP_MS = 500;

/** What rules have done; read anew whenever one was set off or has come to an end. */
export class RunsStore extends RoomStore<RunsState, Page<WorkflowRun>> {
  constructor(
    client: CrmClient,
    private readonly filter: RunsFilter,
  ) {
    super(client, room, GAP_MS);
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

  protected override read(): Promise<Page<WorkflowRun>> {
    return this.#page(undefined);
  }

  protected override take(page: Page<WorkflowRun>): undefined {
    this.#apply({ type: 'newest', page });
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
    this.show(reduceRuns(this.state.value.data, change));
  }
}
