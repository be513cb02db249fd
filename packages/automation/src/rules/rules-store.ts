import type { WorkflowRule, WorkflowRuleInput } from '@crm-elements/contract';
import { failed, LiveStore, loading, ready, Store, toCrmError, uuid } from '@crm-elements/core';
import type { CrmClient, Resource, Running } from '@crm-elements/core';
import { inputOf } from './rule-input.js';
import { reduceRules, type RulesChange, type RulesState } from './rules-state.js';

/** The workflow rules of all modules, and what rules may be made of. */
export class RulesStore implements Running {
  readonly state = new Store<Resource<RulesState>>(loading);
  readonly #live = new LiveStore<RulesState | undefined, RulesChange>(undefined, reduceRules);

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    void this.#read();
    return this.#live.subscribe(() => {
      const { value } = this.#live;
      if (value) this.state.set(ready(value));
    });
  }

  /** Reads them again. */
  refresh(): void {
    if (!this.#live.value) this.state.set(loading);
    void this.#read();
  }

  /** Turns a rule on or off, at once. @throws {CrmError} after it was taken back */
  async switch(rule: WorkflowRule, active: boolean): Promise<void> {
    await this.#live.propose(uuid(), { type: 'switched', id: rule.id, active }, async () => {
      const body = { ...inputOf(rule), active };
      return { type: 'saved', rule: await this.#change(rule.id, body) };
    });
  }

  /** Makes a rule, or changes the one with the id. @param clientId the same for every try @throws {CrmError} */
  async save(id: string | undefined, input: WorkflowRuleInput, clientId: string): Promise<WorkflowRule> {
    const rule = await (id === undefined
      ? this.client.call('POST /v1/workflow-rules', { body: { ...input, client_id: clientId } })
      : this.#change(id, input));
    this.#live.confirm({ type: 'saved', rule });
    return rule;
  }

  /** Deletes a rule, at once. @throws {CrmError} after it was taken back */
  async remove(id: string): Promise<void> {
    await this.#live.propose(uuid(), { type: 'deleted', id }, async () => {
      await this.client.call('DELETE /v1/workflow-rules/:id', { params: { id } });
      return { type: 'deleted', id };
    });
  }

  #change(id: string, body: WorkflowRuleInput): Promise<WorkflowRule> {
    return this.client.call('PUT /v1/workflow-rules/:id', { params: { id }, body });
  }

  async #read(): Promise<void> {
    try {
      const [modules, rules] = await Promise.all([
        this.client.call('GET /v1/workflow-modules'),
        this.client.call('GET /v1/workflow-rules', { query: {} }),
      ]);
      this.#live.confirm({ type: 'loaded', modules: modules.data, rules: rules.data });
    } catch (thrown) {
      const error = toCrmError(thrown);
      this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.#live.value));
    }
  }
}
