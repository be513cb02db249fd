/** Which order a list has. */
export interface Sort {
  field: string;
  order: 'asc' | 'desc';
}

/** What a list asks the server for. */
export interface Question {
  module: string;
  /** Id of the list view. */
  viewId: string;
  /** Criteria of the list view; null for all records. */
  viewCriteria: string | null;
  /** The reader's own filter. */
  criteria: string | null;
  /** Words to be found anywhere in a record. They are looked for in the whole module. */
  word: string;
  /** Null for the newest first. */
  sort: Sort | null;
  fields: readonly string[];
}

/** Shortest text that can be searched for. */
const MIN_WORD = 2;

export const hasWord = ({ word }: Pick<Question, 'word'>): boolean => word.trim().length >= MIN_WORD;

/** View and filter in one; null where all records are asked for. */
export function criteriaOf({ viewCriteria, criteria }: Question): string | null {
  if (viewCriteria === null) return criteria;
  return criteria === null ? viewCriteria : `(${viewCriteria}and${criteria})`;
}

/** Orders that every list can have; by other fields only a query sorts, and a query finds no words. */
const listed = ['id', 'Created_Time', 'Modified_Time'];

/** Whether the list has to be read by the query language. */
export const needsQuery = ({ sort }: Question): boolean => sort !== null && !listed.includes(sort.field);

/** Whether a list can be sorted by a field. */
export const canSort = (question: Question, field: string): boolean =>
  !hasWord(question) || listed.includes(field);

/** `Company:asc`, as a host keeps it in its address. @returns null for anything else */
export function parseSort(text: string): Sort | null {
  const [, field, order] = /^([A-Za-z]\w*):(asc|desc)$/.exec(text) ?? [];
  return field === undefined ? null : { field, order: order as Sort['order'] };
}

/** First upwards, then downwards, then as the view has it. */
export function nextSort(sort: Sort | null, field: string): Sort | null {
  if (sort?.field !== field) return { field, order: 'asc' };
  return sort.order === 'asc' ? { field, order: 'desc' } : null;
}
