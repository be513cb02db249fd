import type { Criteria } from '@crm-elements/contract/criteria';
import type { RawBuilder, SqlBool } from 'kysely';

/** Who sees a view besides its maker. */
export const accessTypes = ['public', 'only_to_me'] as const;
export type AccessType = (typeof accessTypes)[number];

/** The order of a view, by one of the module's `sorts`. */
interface ViewSort {
  by: string;
  order: 'asc' | 'desc';
}

/** A list view that a module has from the start. */
export interface StandardView extends Pick<View, 'where' | 'sort'> {
  systemName: string;
  label: string;
  criteria?: string;
}

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
  /** Follows from the criteria: by what an index finds the rows that they mean. */
  where?: RawBuilder<SqlBool>;
  sort?: ViewSort;
  /** Id of the user; absent for views that every module has. */
  createdBy?: string;
}
