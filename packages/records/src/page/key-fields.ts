import type { FieldDescription, ModuleMeta } from '../fields/module-meta.js';

/** What a business card holds: Zoho's limit. */
const LIMIT = 5;

/** Key facts of the standard modules, the most telling first. */
const known: Readonly<Record<string, readonly string[]>> = {
  Leads: ['Company', 'Email', 'Phone', 'Lead_Status', 'Lead_Source'],
  Contacts: ['Account_Name', 'Title', 'Email', 'Phone', 'Lead_Source'],
  Accounts: ['Industry', 'Account_Type', 'Website', 'Phone', 'Annual_Revenue'],
  Deals: ['Account_Name', 'Stage', 'Amount', 'Closing_Date', 'Contact_Name'],
  Tasks: ['Status', 'Priority', 'Due_Date', 'Who_Id', 'What_Id'],
  Events: ['Start_DateTime', 'End_DateTime', 'Venue', 'Who_Id', 'What_Id'],
  Products: ['Product_Code', 'Unit_Price', 'Product_Active', 'Product_Category', 'Qty_in_Stock'],
};

/** Says who wrote a record and when: every record has them, and they tell it from no other. */
const system = ['id', 'Owner', 'Created_By', 'Modified_By', 'Created_Time', 'Modified_Time', 'Tag'];

/** The five fields that a record of the module is told by, beside its name and owner. */
export function keyFields({ apiName, fields, nameField }: ModuleMeta): FieldDescription[] {
  const chosen = (known[apiName] ?? []).flatMap((name) => fields.get(name) ?? []);
  if (chosen.length > 0) return chosen;
  return [...fields.values()]
    .filter(
      ({ api_name, visible }) => visible && api_name !== nameField?.api_name && !system.includes(api_name),
    )
    .slice(0, LIMIT);
}

/** The name of a record; its id where it has none. */
export function nameOf({ nameField }: ModuleMeta, record: { id: string } & Record<string, unknown>): string {
  const name = nameField && record[nameField.api_name];
  return typeof name === 'string' && name ? name : record.id;
}
