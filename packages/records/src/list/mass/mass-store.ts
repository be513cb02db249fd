import { Store, toCrmError, type CrmClient, type Running } from '@crm-elements/core';
import { criteriaOf, hasWord, type Question } from '../read/question.js';
import { readPage, readRows } from '../read/read-page.js';
import { runSlice, sliceOf, type MassAction } from './mass-action.js';
import { noteMass } from './mass-modules.js';
import { idleMass, withOutcome, type MassFailure } from './mass-state.js';
import { followJob, startJob } from './run-job.js';
import { stayOnPage } from './stay-on-page.js';

/** Rows of a page that is read for its ids only. */
const PAGE = 200;

const isIds = (target: readonly string[] | Question): target is readonly string[] => Array.isArray(target);

/** Key of the store of a module's actions: every list of the module tells about them. */
export const massKey = (module: string): string => `mass/${module}`;

/**
 * Does something with many records: those that are named, or all that a list has. Once begun it goes on, whether a
 * list is shown or not, and what came of it waits until somebody has seen it.
 */
export class MassStore implements Running {
  readonly state = new Store(idleMass);
  #isStopped = false;
  #release: (() => void) | undefined;

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
    noteMass(this.client, this.module, false);
    this.#release?.();
    this.#release = undefined;
  }

  /** The outcome is told in the state. */
  async run(action: MassAction, target: readonly string[] | Question): Promise<void> {
    // It uses itself, so that it is not thrown away when its last reader leaves.
    this.#release ??= this.client.stores.use<MassStore>(massKey(this.module), () => this).release;
    noteMass(this.client, this.module, true);
    const isJob = !isIds(target) && action.type === 'update' && !hasWord(target);
    this.state.set({ ...idleMass, status: 'running', isDelete: action.type === 'delete', isJob });
    const changed = new Set<string>();
    const leave = isJob ? undefined : stayOnPage();
    try {
      if (isJob) await this.#runJob(action.values, target);
      else await this.#runSlices(action, isIds(target) ? target : await this.#collect(target), changed);
    } catch (error) {
      this.#add(0, [{ id: '', message: toCrmError(error).message }]);
    }
    leave?.();
    if (!isIds(target)) await this.#nameFailures(target);
    this.state.set({ ...this.state.value, status: 'done', changed });
  }

  /** Values of a whole list are changed by the server; other actions go through its records. */
  async #runJob(values: Record<string, unknown>, question: Question): Promise<void> {
    const selection =
      question.criteria === null ? { cvid: question.viewId } : { criteria: criteriaOf(question) ?? '' };
    const job = await startJob(this.client, this.module, values, selection);
    await followJob(this.client, this.module, job, (progress) => {
      this.state.set({ ...this.state.value, ...progress });
      return !this.#isStopped;
    });
  }

  async #runSlices(action: MassAction, ids: readonly string[], changed: Set<string>): Promise<void> {
    const size = sliceOf(action);
    this.state.set({ ...this.state.value, total: ids.length });
    for (let at = 0; at < ids.length && !this.#isStopped; at += size) {
      const slice = ids.slice(at, at + size);
      const failures = await this.#runSlice(action, slice);
      const failed = new Set(failures.map(({ id }) => id));
      for (const id of slice) if (!failed.has(id)) changed.add(id);
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

  /** Records of a whole list need not be loaded: what they are called is worth a request, not an error. */
  async #nameFailures(question: Question): Promise<void> {
    const { failures } = this.state.value;
    const [name = 'id'] = question.fields;
    const ids = failures.map(({ id }) => id).filter(Boolean);
    const rows = await readRows(this.client, { ...question, fields: [name] }, ids).catch(() => []);
    const names = new Map(rows.map((row) => [row.id, row[name]]));
    const named = failures.map((failure) => {
      const known = names.get(failure.id);
      return typeof known === 'string' ? { ...failure, name: known } : failure;
    });
    this.state.set({ ...this.state.value, failures: named });
  }

  #add(done: number, failures: MassFailure[]): void {
    this.state.set(withOutcome(this.state.value, done, failures));
  }
}
