import type { CrmClient } from '@crm-elements/core';
import type { Formats } from '@crm-elements/core/lit';
import type { Words } from '../i18n/index.js';
import type { ComparatorWords } from './comparators/index.js';
import type { CriteriaField, CriteriaFields } from './criteria-fields.js';
import type { Row, Section } from './criteria-state.js';

/** What the parts of the editor are drawn with. */
export interface Drawing {
  readonly root: Section;
  readonly fields: CriteriaFields;
  readonly terms: Words['criteria'];
  readonly comparators: ComparatorWords;
  readonly formats: Formats;
  readonly client: CrmClient | undefined;
  readonly disabled: boolean;
  /** Faults are shown: they were asked for. */
  readonly isChecked: boolean;
  /** No more conditions can be added. */
  readonly isFull: boolean;
  readonly change: (root: Section) => void;
  readonly addRow: (sectionKey: number) => void;
  readonly addSection: (sectionKey: number) => void;
  readonly remove: (row: Row) => void;
}

/** What the value of a row is edited with. */
export interface ValueDrawing {
  readonly row: Row;
  readonly field: CriteriaField;
  readonly terms: Words['criteria'];
  readonly client: CrmClient | undefined;
  readonly disabled: boolean;
  /** Names the control: `Condition 1: Value`. */
  readonly label: string;
  /** Id of the words about what is wrong; empty where nothing is. */
  readonly fault: string;
  readonly change: (values: readonly string[]) => void;
}
