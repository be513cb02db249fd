import type { CrmRecord } from '@crm-elements/contract';
import type { ReactiveControllerHost } from 'lit';
import { loadTools } from '../load-tools.js';
import {
  allSelected,
  noneSelected,
  toggleLoaded,
  toggleRow,
  withoutGone,
  type Selection,
} from './selection.js';

/** The records that a reader has selected in a list. */
export class Selecting {
  /** Whether anything has been selected yet, or done. */
  hasBegun = false;
  #value = noneSelected;

  constructor(private readonly host: ReactiveControllerHost) {}

  get value(): Selection {
    return this.#value;
  }

  /** Selects everything that the list has, or nothing. */
  setAll(all: boolean): void {
    this.#set(all ? allSelected : noneSelected);
  }

  /** Selects these records and no other. */
  choose(ids: readonly string[]): void {
    this.#set({ ...noneSelected, ids: new Set(ids) });
  }

  toggleLoaded(rows: readonly CrmRecord[]): void {
    this.#set(toggleLoaded(this.#value, rows));
  }

  /** @param isRange with all from the last one that was turned */
  toggle(rows: readonly CrmRecord[], id: string, isRange: boolean): void {
    this.#set(toggleRow(this.#value, rows, id, isRange));
  }

  /** What something did not work with stays selected, for another try. */
  forget(done: ReadonlySet<string>): void {
    this.#set(this.#value.all ? noneSelected : withoutGone(this.#value, done));
  }

  /** Shows what can be done with the selected records, and what came of it. */
  begin(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    void loadTools();
  }

  #set(value: Selection): void {
    if (value === this.#value) return;
    this.#value = value;
    if (value !== noneSelected) this.begin();
    this.host.requestUpdate();
  }
}
