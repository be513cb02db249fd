import { attachmentsOfRecord } from '../attachments/attachments-of-record.js';
import { ANY_MODULE } from '../fields/index.js';
import { isAnnotated, type Module, type RelatedList } from '../module.js';
import { notesOfRecord } from '../notes/notes-of-record.js';
import { linkList } from './link-list.js';
import { lookupList } from './lookup-list.js';

/** Lists that are not called as their module, by `Module.Lookup_Field`. */
const listNames: Readonly<Record<string, string>> = {
  'Accounts.Parent_Account': 'Child_Accounts',
  'Contacts.Reporting_To': 'Reporting_Contacts',
};

/** Modules whose records may be linked to many products. */
const withProducts = ['Leads', 'Contacts', 'Accounts', 'Deals'];

/** Records of a module that point to a record of another, one list for each lookup field between them. */
function listsOfLookups(target: Module, module: Module): RelatedList[] {
  const fields = module.fields.filter(
    ({ dataType, lookup }) => dataType === 'lookup' && (lookup === target.apiName || lookup === ANY_MODULE),
  );
  const about = fields.filter(({ apiName }) => apiName === 'Who_Id' || apiName === 'What_Id');
  const others = fields.filter((field) => !about.includes(field));
  const lists = others.map(({ apiName }, index) =>
    lookupList(
      listNames[`${module.apiName}.${apiName}`] ??
        (index === 0 ? module.apiName : `${module.apiName}_${apiName}`),
      module.apiName,
      [apiName],
    ),
  );
  // A task concerns a contact by either of its two fields.
  return about.length
    ? [
        ...lists,
        lookupList(
          module.apiName,
          module.apiName,
          about.map(({ apiName }) => apiName),
        ),
      ]
    : lists;
}

const linksOf = ({ apiName }: Module): RelatedList[] => {
  if (withProducts.includes(apiName)) return [linkList('Products', { from: apiName, to: 'Products' })];
  if (apiName === 'Products')
    return withProducts.map((other) => linkList(other, { from: other, to: 'Products', backwards: true }));
  return [];
};

/** The related lists that follow from the fields of all modules, and those that every record has. */
export function recordLists(module: Module, all: Module[]): RelatedList[] {
  if (!module.writable) return isAnnotated(module) ? [notesOfRecord, attachmentsOfRecord] : [];
  if (module.parentField) return [attachmentsOfRecord];
  const lookups = all
    .filter(({ writable, parentField }) => writable && !parentField)
    .flatMap((other) => listsOfLookups(module, other));
  return [notesOfRecord, attachmentsOfRecord, ...lookups, ...linksOf(module)];
}
