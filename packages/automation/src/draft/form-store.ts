import type { WorkflowRule } from '@crm-elements/contract';
import { Store, toCrmError, uuid } from '@crm-elements/core';
import type { CrmClient, CrmError, Running } from '@crm-elements/core';
import { RulesStore } from '../rules/rules-store.js';
import { faultAt, faultsOf, isWithin, type Faults } from './faults.js';
import {
  blankRule,
  draftOf,
  inputOfDraft,
  reduceDraft,
  type DraftChange,
  type RuleDraft,
} from './rule-draft.js';

export interface FormState {
  /** Undefined until it is known whether a draft was kept. */
  draft: RuleDraft | undefined;
  /** The draft was kept from an earlier time. */
  restored: boolean;
  changed: boolean;
  saving: boolean;
  faults: Faults;
  /** Why the last try to save has failed. */
  error: CrmError | undefined;
}

interface Kept {
  draft: RuleDraft;
  clientId: string;
}

const noFaults: Faults = new Map();

/** The form of one rule. What is written is kept on this device until it is saved or thrown away. */
export class FormStore implements Running {
  readonly state = new Store<FormState>({
    draft: undefined,
    restored: false,
    changed: false,
    saving: false,
    faults: noFaults,
    error: undefined,
  });
  readonly #original: RuleDraft;
  readonly #key: string;
  /** The same for every try to save, so that a rule is made once. */
  #clientId = uuid();

  constructor(
    private readonly client: CrmClient,
    private readonly rule: WorkflowRule | undefined,
  ) {
    this.#original = rule ? draftOf(rule) : blankRule;
    this.#key = `workflow-rule/${rule?.id ?? 'new'}`;
  }

  start(): () => void {
    void this.#restore();
    return () => undefined;
  }

  change(change: DraftChange): void {
    const { draft, faults } = this.state.value;
    if (!draft) return;
    const next = reduceDraft(draft, change);
    // Positions have changed: what was wrong with the third action may now be said of the second.
    const isStructural = change.type === 'action-removed' || change.type === 'action-moved';
    this.#set({
      draft: next,
      changed: !isSame(next, this.#original),
      faults: isStructural ? noFaults : faults,
    });
    void this.#keep({ draft: next, clientId: this.#clientId });
  }

  /** Says what is wrong, without asking the server. */
  refuse(faults: Faults): void {
    this.#set({ faults, error: undefined });
  }

  /** Says what is wrong with one part; what was said of it before is taken back. */
  judge(path: string, found: Faults): void {
    const message = faultAt(found, path);
    const others = [...this.state.value.faults].filter(([at]) => !isWithin(at, path));
    const faults = new Map(message === undefined ? others : [...others, [path, message]]);
    this.#set(faults.size === 0 ? { faults, error: undefined } : { faults });
  }

  /** Saves the rule. @returns it; undefined when it was refused, which the state tells */
  async save(): Promise<WorkflowRule | undefined> {
    const { draft, saving } = this.state.value;
    if (!draft || saving) return undefined;
    this.#set({ saving: true, faults: noFaults, error: undefined });
    const { source, release } = this.client.stores.use('workflow-rules', () => new RulesStore(this.client));
    try {
      const rule = await source.save(this.rule?.id, inputOfDraft(draft), this.#clientId);
      await this.#keep(undefined);
      return rule;
    } catch (thrown) {
      const error = toCrmError(thrown);
      this.#set({ error, faults: faultsOf(error) });
      return undefined;
    } finally {
      release();
      this.#set({ saving: false });
    }
  }

  /** Throws away what was written. */
  async discard(): Promise<void> {
    await this.#keep(undefined);
    this.#set({ draft: this.#original, changed: false, restored: false, faults: noFaults, error: undefined });
  }

  async #restore(): Promise<void> {
    const storage = await this.client.storage;
    const kept = (await storage.readSnapshot(this.#key).catch(() => undefined)) as Kept | undefined;
    const draft = kept?.draft ?? this.#original;
    const restored = !isSame(draft, this.#original);
    if (kept) this.#clientId = kept.clientId;
    this.#set({ draft, restored, changed: restored });
  }

  async #keep(kept: Kept | undefined): Promise<void> {
    await (await this.client.storage).writeSnapshot(this.#key, kept);
  }

  #set(values: Partial<FormState>): void {
    this.state.set({ ...this.state.value, ...values });
  }
}

const isSame = (a: RuleDraft, b: RuleDraft) => JSON.stringify(a) === JSON.stringify(b);
