import type { FieldDescription, WorkflowModule } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';
import type { Formats } from '@crm-elements/core/lit';
import type { FieldsByModule } from '../fields-store.js';
import type { Words } from '../i18n/index.js';

/** What the parts of a form are drawn with. */
export interface FormView {
  words: Words;
  formats: Formats;
  /** The client that pickers inside use. */
  client: CrmClient | undefined;
  modules: readonly WorkflowModule[];
  /** Fields of the rule's module. */
  fields: readonly FieldDescription[];
  fieldsByModule: FieldsByModule;
  /** What is wrong with a part of the rule, by its path. */
  fault: (path: string) => string | undefined;
}

/** One action of a form, and the way to change it. */
export interface ActionView<T> extends FormView {
  action: T;
  /** Path of the action, `actions[1]`. */
  path: string;
  module: WorkflowModule | undefined;
  change: (values: Partial<T>) => void;
}

/** Path of a part of an action, and what is wrong with it. */
export const partOf = (
  { path, fault }: Pick<ActionView<unknown>, 'path' | 'fault'>,
  part: string,
): { path: string; fault: string | undefined } => ({
  path: `${path}.${part}`,
  fault: fault(`${path}.${part}`),
});

export const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
