import type { RawBuilder } from 'kysely';

/** Types of fields, as `settings/fields` names them in `data_type`. */
export type DataType =
  | 'text'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'website'
  | 'picklist'
  | 'multiselectpicklist'
  | 'integer'
  | 'bigint'
  | 'double'
  | 'currency'
  | 'percent'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'lookup'
  | 'ownerlookup'
  | 'autonumber'
  | 'tag';

export interface AutoNumber {
  prefix: string;
  suffix: string;
  start: number;
}

/** Target of a lookup that may point into any module, in Zoho's word. */
export const ANY_MODULE = 'se_module';

/** How a field is declared in code. */
export interface FieldSpec {
  apiName: string;
  label: string;
  dataType: DataType;
  /** Most characters of a text, most digits of a number; the type's own when absent. */
  maxLength?: number;
  /** Digits after the point. */
  decimalPlace?: number;
  mandatory?: boolean;
  /** Filled by the system; what a request says about it is ignored. */
  readOnly?: boolean;
  unique?: boolean;
  /** Has an index of its own. */
  searchable?: boolean;
  pickList?: readonly string[];
  /** API name of the module that a lookup points into, or `ANY_MODULE`. */
  lookup?: string;
  autoNumber?: AutoNumber;
  /** Section of the layout, where it is not that of the module itself. */
  section?: string;
  /** Column of the module's rows that holds it, in modules with tables of their own. */
  column?: string;
}

/** A field of a module in an organization. */
export interface Field extends FieldSpec {
  id: string;
  custom: boolean;
  /** Where it is kept: a column, a key of `data`, or a table of another domain. */
  kept: { column: string } | { key: string } | { value: OutsideValue };
}

/** The value of a record that another domain keeps, as SQL. @param table alias of the table `record` */
export type OutsideValue = (table: string) => RawBuilder<unknown>;

/** Key in `data`, undefined for a field that is a column. */
export const dataKey = ({ kept }: Field): string | undefined => ('key' in kept ? kept.key : undefined);
