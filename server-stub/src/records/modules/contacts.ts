import { address } from './address.js';
import { marketingFields } from './marketing.js';
import { person } from './person.js';
import { field, type ModuleSpec } from './spec.js';

export const contacts: ModuleSpec = {
  apiName: 'Contacts',
  singular: 'Contact',
  plural: 'Contacts',
  nameField: 'Full_Name',
  duplicateChecks: ['Email'],
  fields: [
    ...person,
    field('Account_Name', 'lookup', { lookup: 'Accounts' }),
    field('Department', 'text', { maxLength: 50 }),
    field('Reporting_To', 'lookup', { lookup: 'Contacts' }),
    field('Assistant', 'text', { maxLength: 50 }),
    field('Asst_Phone', 'phone'),
    field('Home_Phone', 'phone'),
    field('Other_Phone', 'phone'),
    field('Date_of_Birth', 'date'),
    ...address('Mailing_', 'Mailing_Zip'),
    ...address('Other_', 'Other_Zip'),
    ...marketingFields,
  ],
};
