import { address } from './address.js';
import { marketingFields } from './marketing.js';
import { industries, person } from './person.js';
import { field, type ModuleSpec } from './spec.js';

export const leads: ModuleSpec = {
  apiName: 'Leads',
  singular: 'Lead',
  plural: 'Leads',
  nameField: 'Full_Name',
  duplicateChecks: ['Email'],
  fields: [
    ...person,
    field('Company', 'text', { maxLength: 200 }),
    field('Website', 'website'),
    field('Lead_Status', 'picklist', {
      pickList: [
        'Attempted to Contact',
        'Contact in Future',
        'Contacted',
        'Junk Lead',
        'Lost Lead',
        'Not Contacted',
        'Pre-Qualified',
        'Not Qualified',
      ],
    }),
    field('Industry', 'picklist', { pickList: industries }),
    field('No_of_Employees', 'integer'),
    field('Annual_Revenue', 'currency'),
    field('Rating', 'picklist', {
      pickList: ['Acquired', 'Active', 'Market Failed', 'Project Cancelled', 'Shut Down'],
    }),
    ...address('', 'Zip_Code'),
    ...marketingFields,
  ],
};
