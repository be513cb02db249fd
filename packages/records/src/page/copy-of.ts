import { editorKindOf } from '../fields/edit/editing.js';
import type { ModuleMeta } from '../fields/module-meta.js';
import type { Values } from '../record/record-state.js';

/** The server says `{}` of a field that may repeat. */
const isUnique = (field: object) =>
  'unique' in field && typeof field.unique === 'object' && Object.keys(field.unique ?? {}).length > 0;

/** What a copy of a record begins with: all that people write, but for what no two records may share. */
export const copyOf = ({ fields }: ModuleMeta, record: Values): Values =>
  Object.fromEntries(
    [...fields.values()]
      .filter((field) => editorKindOf(field) !== undefined && !isUnique(field))
      .map(({ api_name: name }) => [name, record[name]] as const)
      .filter(([, value]) => value !== null && value !== undefined),
  );
