import { isId } from '../../crm-dialect/ids.js';
import { wrongType, type FieldType } from './field-type.js';

/** Most characters of a tag's name, most tags of a record. */
export const TAG_LENGTH = 25;
export const MAX_TAGS = 10;

/** A tag as a request names it. */
export type TagInput = { id: string } | { name: string };

function readTag(value: unknown): TagInput | undefined {
  const { id, name } =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { name: value };
  if (typeof name === 'string' && name.trim() && !name.includes('\0'))
    return { name: name.trim().toWellFormed() };
  return typeof id === 'string' && isId(id) ? { id } : undefined;
}

/** Tags by name or id; the ids that are stored are found, or made, for all rows of a write at once. */
export const tagType: FieldType = {
  jsonType: 'jsonarray',
  length: TAG_LENGTH,
  sqlType: 'jsonb',
  read(value, field) {
    if (!Array.isArray(value)) return wrongType(field);
    const tags = value.map(readTag);
    if (tags.includes(undefined)) return wrongType(field);
    if (tags.length > MAX_TAGS) return { fault: { maximum_length: MAX_TAGS } };
    if (tags.some((tag) => tag && 'name' in tag && tag.name.length > TAG_LENGTH))
      return { fault: { maximum_length: TAG_LENGTH } };
    return { stored: tags };
  },
};
