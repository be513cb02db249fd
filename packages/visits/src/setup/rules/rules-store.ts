import { failed, loading, ready, Store, toCrmError, type Resource, type Running } from '@crm-elements/core';
import { reduceRows, rowsOf, type Row, type Rows, type RowsChange, type Rule } from './rule-draft.js';

/** The rules of a portal as the API has them. */
export interface RuleSet<R extends Rule> {
  rules: R[];
  /** Visitors that meet no rule go to all agents; routing rules only. */
  route_rest?: boolean;
  revision: number;
}

export interface RulesState<R extends Rule> {
  /** As they are edited. */
  rows: Rows<R>;
  routeRest: boolean;
  hasChanges: boolean;
  /** Somebody else has changed them in the meantime: what stands there now. */
  theirs: RuleSet<R> | undefined;
}

interface Routes<R extends Rule> {
  read: () => Promise<RuleSet<R>>;
  /** @throws {CrmError} `conflict` where the revision is another one */
  write: (rows: Omit<Required<RuleSet<R>>, 'rules'> & { rules: R[] }) => Promise<RuleSet<R>>;
}

/** The rules of one portal while they are edited; they are saved as a whole. */
export class RulesStore<R extends Rule> implements Running {
  readonly state = new Store<Resource<RulesState<R>>>(loading);
  /** What the draft began with. */
  #base: RuleSet<R> = { rules: [], revision: 0 };

  constructor(private readonly routes: Routes<R>) {}

  start(): () => void {
    void this.refresh();
    return () => undefined;
  }

  /** Reads them anew; what was changed is given up. */
  async refresh(): Promise<void> {
    try {
      this.#begin(await this.routes.read());
    } catch (error) {
      this.state.set(failed(toCrmError(error), this.state.value.data));
    }
  }

  /** @returns the row that was added */
  add(rule: R): Row<R> | undefined {
    this.change({ type: 'added', rule });
    return this.state.value.data?.rows.at(-1);
  }

  change(change: RowsChange<R>): void {
    const { data } = this.state.value;
    if (data) this.#edit({ rows: reduceRows(data.rows, change) });
  }

  routeRest(routeRest: boolean): void {
    this.#edit({ routeRest });
  }

  /** Takes back what was changed. */
  discard(): void {
    this.#begin(this.#base);
  }

  /** Takes what somebody else has made of them; what was changed here is given up. */
  takeTheirs(): void {
    const { theirs } = this.state.value.data ?? {};
    if (theirs) this.#begin(theirs);
  }

  /** @param overTheirs over what somebody else has changed @returns whether they were saved @throws {CrmError} */
  async save(overTheirs = false): Promise<boolean> {
    const draft = this.state.value.data;
    if (!draft) return false;
    const { theirs } = draft;
    try {
      await this.#write(draft, overTheirs && theirs ? theirs.revision : this.#base.revision);
    } catch (thrown) {
      if (toCrmError(thrown).code !== 'conflict') throw thrown;
      const now = await this.routes.read();
      // The portal has changed, but not its rules: nobody is overwritten.
      if (contents(now) === contents(this.#base)) await this.#write(draft, now.revision);
      else {
        this.#edit({ theirs: now });
        return false;
      }
    }
    return true;
  }

  async #write({ rows, routeRest }: RulesState<R>, revision: number): Promise<void> {
    const rules = rows.map(({ rule }) => rule);
    this.#begin(await this.routes.write({ rules, route_rest: routeRest, revision }));
  }

  #begin(set: RuleSet<R>): void {
    this.#base = set;
    const routeRest = set.route_rest ?? true;
    this.state.set(ready({ rows: rowsOf(set.rules), routeRest, hasChanges: false, theirs: undefined }));
  }

  #edit(values: Partial<RulesState<R>>): void {
    const { data } = this.state.value;
    if (!data) return;
    const next = { ...data, ...values };
    const rules = next.rows.map(({ rule }) => rule);
    const now = { rules, route_rest: next.routeRest, revision: 0 };
    this.state.set(ready({ ...next, hasChanges: contents(now) !== contents(this.#base) }));
  }
}

const contents = ({ rules, route_rest: routeRest = true }: RuleSet<Rule>) =>
  JSON.stringify([rules, routeRest]);
