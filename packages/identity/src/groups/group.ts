import { textOf, toNamed, type ApiRow, type Named } from '../shared/named.js';

export type SourceType = 'users' | 'roles' | 'territories' | 'groups';

/** Somebody, or several, who belong to a group. */
export interface Source extends Named {
  type: SourceType;
  /** With the roles, or the territories, below. */
  withBelow: boolean;
}

export interface Group extends Named {
  description: string;
  sources: readonly Source[];
}

/** What is written of a group. */
export interface GroupValues {
  name: string;
  description: string;
  sources: readonly Source[];
}

export const toGroup = (row: ApiRow): Group => ({
  id: textOf(row.id),
  name: textOf(row.name),
  description: textOf(row.description),
  sources: (Array.isArray(row.sources) ? (row.sources as ApiRow[]) : []).map(toSource),
});

const toSource = (row: ApiRow): Source => ({
  type: row.type as SourceType,
  ...(toNamed(row.source) ?? { id: '', name: '' }),
  withBelow: row.subordinates === true || row.sub_territories === true,
});

/** A group as the API takes it. */
export const toApiRow = ({ name, description, sources }: GroupValues): ApiRow => ({
  name,
  description: description || null,
  sources: sources.map(({ type, id, withBelow }) => ({
    type,
    source: { id },
    ...(type === 'roles' && { subordinates: withBelow }),
    ...(type === 'territories' && { sub_territories: withBelow }),
  })),
});

const isSame = (one: Source, other: Pick<Source, 'type' | 'id'>) =>
  one.type === other.type && one.id === other.id;

/** The source among others; undefined when it does not belong. */
export const sourceIn = (
  sources: readonly Source[],
  wanted: Pick<Source, 'type' | 'id'>,
): Source | undefined => sources.find((source) => isSame(source, wanted));

/** Puts a source in, or in the place of the one that is there already. */
export const withSource = (sources: readonly Source[], source: Source): readonly Source[] =>
  sourceIn(sources, source)
    ? sources.map((known) => (isSame(known, source) ? source : known))
    : [...sources, source];

export const withoutSource = (sources: readonly Source[], source: Source): readonly Source[] =>
  sources.filter((known) => !isSame(known, source));
