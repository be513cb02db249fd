/** What rules of every kind have. */
export interface Rule {
  id?: string;
  name: string;
  active: boolean;
  criteria: string | null;
}

/** A rule in the list; the key stays with it wherever it goes. */
export interface Row<R extends Rule> {
  key: number;
  rule: R;
}

export type RowsChange<R extends Rule> =
  | { type: 'added'; rule: R }
  | { type: 'changed'; key: number; values: Partial<R> }
  | { type: 'removed'; key: number }
  /** To the place with this index. */
  | { type: 'moved'; key: number; to: number };

export type Rows<R extends Rule> = readonly Row<R>[];

export const rowsOf = <R extends Rule>(rules: readonly R[]): Rows<R> =>
  rules.map((rule, key) => ({ key, rule }));

export function reduceRows<R extends Rule>(rows: Rows<R>, change: RowsChange<R>): Rows<R> {
  switch (change.type) {
    case 'added':
      return [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, rule: change.rule }];
    case 'changed':
      return rows.map((row) =>
        row.key === change.key ? { ...row, rule: { ...row.rule, ...change.values } } : row,
      );
    case 'removed':
      return rows.filter(({ key }) => key !== change.key);
    case 'moved': {
      const moved = rows.filter(({ key }) => key === change.key);
      const rest = rows.filter(({ key }) => key !== change.key);
      return [...rest.slice(0, change.to), ...moved, ...rest.slice(change.to)];
    }
  }
}
