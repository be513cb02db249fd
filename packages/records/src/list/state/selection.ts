interface Row {
  id: string;
}

/** Which records are selected: some by id, or all that the list has, shown or not. */
export interface Selection {
  all: boolean;
  ids: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: string | undefined;
}

export const noneSelected: Selection = { all: false, ids: new Set(), anchor: undefined };
export const allSelected: Selection = { ...noneSelected, all: true };

export const isSelected = ({ all, ids }: Selection, id: string): boolean => all || ids.has(id);

/** Selects the loaded rows, or none where all of them are. */
export function toggleLoaded(selection: Selection, rows: readonly Row[]): Selection {
  if (selection.all || rows.every(({ id }) => selection.ids.has(id))) return noneSelected;
  return { all: false, ids: new Set(rows.map(({ id }) => id)), anchor: undefined };
}

/** Turns one row over; with a range, all from the last one that was turned take its new state. */
export function toggleRow(
  selection: Selection,
  rows: readonly Row[],
  id: string,
  isRange: boolean,
): Selection {
  // Who takes one out of all keeps those that are in sight.
  const ids = new Set(selection.all ? rows.map((row) => row.id) : selection.ids);
  const isOn = !ids.has(id);
  for (const row of isRange ? between(rows, selection.anchor ?? id, id) : [{ id }])
    if (isOn) ids.add(row.id);
    else ids.delete(row.id);
  return { all: false, ids, anchor: id };
}

function between(rows: readonly Row[], from: string, to: string): readonly Row[] {
  const at = (id: string) => rows.findIndex((row) => row.id === id);
  const [start = 0, end = 0] = [at(from), at(to)].sort((a, b) => a - b);
  return start === -1 ? [{ id: to }] : rows.slice(start, end + 1);
}

/** Without the rows that are gone. */
export function withoutGone(selection: Selection, gone: ReadonlySet<string>): Selection {
  if (![...selection.ids].some((id) => gone.has(id))) return selection;
  return { ...selection, ids: new Set([...selection.ids].filter((id) => !gone.has(id))) };
}
