import type { Criteria } from '@crm-elements/contract/criteria';

/** Who sees a view besides its maker. */
export const accessTypes = ['public', 'only_to_me'] as const;
export type AccessType = (typeof accessTypes)[number];

/** A list view: which records of a module it shows. */
export interface View {
  id: string;
  name: string;
  /** Only of views that every module has. */
  systemName: string | null;
  default: boolean;
  /** All records when absent. */
  criteria: Criteria | undefined;
  /** API names of the fields that it shows; what the reader likes when absent. */
  fields: string[] | null;
  accessType: AccessType;
  /** Id of the user; absent for views that every module has. */
  createdBy?: string;
}
