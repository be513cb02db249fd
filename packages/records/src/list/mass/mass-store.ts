import { Store, toCrmError, type CrmClient, type Running } from '@crm-elements/core';
import { criteriaOf, hasWord, type Question } from '../read/question.js';
import { readPage } from '../read/read-page.js';
import { runSlice, sliceOf, type MassAction } from './mass-action.js';
import { idleMass, withOutcome, type MassFailure } from './mass-state.js';
import { followJob, startJob } from './run-job.js';

/** Rows of a page that is read for its ids only. */
const PAGE = 200;

/** Does something with many records: those that are named, or all that a list has. */
export class MassStore implements Running {
  readonly state = new Store(idleMass);
  #isStopped = false;

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
  ) {}

  start(): () => void {
    this.#isStopped = false;
    return () => (this.#isStopped = true);
  }

  /** Forgets the outcome. */
  reset(): void {
    this.state.set(idleMass);
  }

  /** @returns the ids that are dealt with well, none of a job. The outcome is told in the state. */
  async run(action: MassAction, target: readonly string[] | Question): Promise<ReadonlySet<string>> {
    this.state.set({ ...idleMass, status: 'running', isDelete: action.type === 'delete' });
    const done = new Set<string>();
    try {
      if (Array.isArray(target)) await this.#runSlices(action, target as readonly string[], done);
      else await this.#runAll(action, target as Question, done);
    } catch (error) {
      this.#add(0, [{ id: '', message: toCrmError(error).message }]);
    }
    this.state.set({ ...this.state.value, status: 'done' });
    return done;
  }

  /** Values of a whole list are changed by the server; other actions go through its records. */
  async #runAll(action: MassAction, question: Question, done: Set<string>): Promise<void> {
    if (action.type !== 'update' || hasWord(question))
      return this.#runSlices(action, await this.#collect(question), done);
    const { viewId } = question;
    const selection =
      question.criteria === null ? { cvid: viewId } : { criteria: criteriaOf(question) ?? '' };
    const job = await startJob(this.client, this.module, action.values, selection);
    await followJob(this.client, this.module, job, (progress) => {
      this.state.set({ ...this.state.value, ...progress });
      return !this.#isStopped;
    });
  }

  async #runSlices(action: MassAction, ids: readonly string[], done: Set<string>): Promise<void> {
    const size = sliceOf(action);
    this.state.set({ ...this.state.value, total: ids.length });
    for (let at = 0; at < ids.length && !this.#isStopped; at += size) {
      const slice = ids.slice(at, at + size);
      const failures = await this.#runSlice(action, slice);
      const failed = new Set(failures.map(({ id }) => id));
      for (const id of slice) if (!failed.has(id)) done.add(id);
      this.#add(slice.length, failures);
    }
  }

  async #runSlice(action: MassAction, slice: readonly string[]): Promise<MassFailure[]> {
    try {
      const rows = await runSlice(this.client, this.module, action, slice);
      return rows.flatMap(({ status, message }, index) =>
        status === 'error' ? [{ id: slice[index] ?? '', message }] : [],
      );
    } catch (error) {
      // Where none of a slice works, the answer is a refusal.
      const { message } = toCrmError(error);
      return slice.map((id) => ({ id, message }));
    }
  }

  async #collect(question: Question): Promise<string[]> {
    const ids: string[] = [];
    const bare = { ...question, fields: ['id'], sort: null };
    for (let token: string | null = null; !this.#isStopped;) {
      const page = await readPage(this.client, bare, token, PAGE);
      ids.push(...page.rows.map(({ id }) => id));
      token = page.next;
      if (token === null) break;
    }
    return ids;
  }

  #add(done: number, failures: MassFailure[]): void {
    this.state.set(withOutcome(this.state.value, done, failures));
  }
}
