import type { FieldSection, ModuleMeta } from '../fields/module-meta.js';

/** What the head shows already. */
const inHead = ['Tag'];
/** Who wrote a record and when, in the order of the layouts of old. */
const history = ['Created_By', 'Created_Time', 'Modified_By', 'Modified_Time'];

/** The sections of a layout as a page shows them: what the head tells is left out, the history stands last. */
export function detailSections({ sections, nameField }: ModuleMeta): FieldSection[] {
  const left = [...inHead, ...(nameField?.read_only ? [nameField.api_name] : [])];
  return sections.map(({ name, fields }) => {
    const shown = fields.filter(({ api_name }) => !left.includes(api_name));
    const isHistory = ({ api_name }: { api_name: string }) => history.includes(api_name);
    return { name, fields: [...shown.filter((field) => !isHistory(field)), ...shown.filter(isHistory)] };
  });
}
