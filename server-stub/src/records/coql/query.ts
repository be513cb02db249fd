import type { Criteria } from '@crm-elements/contract/criteria';

/** Limits of one query. */
export const MAX_COLUMNS = 50;
export const MAX_CONDITIONS = 25;
export const MAX_SORTS = 10;
/** Lookups that may stand one behind the other in a path. */
export const MAX_JOINS = 2;
/** Rows that can be reached by limit and offset. */
export const MAX_DEPTH = 100_000;
export const DEFAULT_LIMIT = 200;

export const aggregates = ['count', 'sum', 'max', 'min', 'avg'] as const;
export type Aggregate = (typeof aggregates)[number];

/** A column of the answer. */
export interface Column {
  /** API name, behind lookups where dots lead: `Account_Name.Phone`; `*` in `count(*)`. */
  path: string;
  aggregate?: Aggregate;
  /** Key in the answer: the alias, or the column as it was written. */
  key: string;
  aliased: boolean;
}

export interface Sort {
  /** Path of a field, or key of a column. */
  by: string;
  order: 'asc' | 'desc';
}

/** A query as it was written; whether its names exist is found out later. */
export interface Query {
  columns: Column[];
  module: string;
  where: Criteria | undefined;
  groupBy: string[];
  sorts: Sort[];
  limit: number;
  offset: number;
}
