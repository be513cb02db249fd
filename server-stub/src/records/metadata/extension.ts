import type { Db } from '../../platform/db/database.js';
import type { Field, FieldSpec, OutsideValue } from '../fields/index.js';
import type { RelatedList } from '../module.js';
import { stableId } from '../stable-id.js';

/** A field whose values another domain works out and keeps. */
export interface OutsideField extends FieldSpec {
  value: OutsideValue;
}

/** What a domain gives to modules of others, in those organizations alone that use it. */
export interface Extension {
  /** API names of the modules. */
  modules: readonly string[];
  fields: readonly OutsideField[];
  related: readonly RelatedList[];
  /** Whether an organization uses it now; whoever changes that calls `announceMetadata`. */
  isOn(db: Db, orgId: string): Promise<boolean>;
}

export const outsideField = (module: string, { value, ...spec }: OutsideField): Field => ({
  ...spec,
  id: stableId(`${module}.${spec.apiName}`),
  custom: false,
  readOnly: true,
  kept: { value },
});
