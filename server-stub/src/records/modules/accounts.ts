import { address } from './address.js';
import { industries } from './person.js';
import { description, field, type ModuleSpec } from './spec.js';

export const accounts: ModuleSpec = {
  apiName: 'Accounts',
  singular: 'Account',
  plural: 'Accounts',
  nameField: 'Account_Name',
  duplicateChecks: ['Account_Name'],
  fields: [
    field('Account_Name', 'text', { maxLength: 200, mandatory: true, unique: true }),
    field('Account_Number', 'bigint'),
    field('Account_Site', 'text', { maxLength: 80 }),
    field('Parent_Account', 'lookup', { lookup: 'Accounts' }),
    field('Account_Type', 'picklist', {
      pickList: [
        'Analyst',
        'Competitor',
        'Customer',
        'Distributor',
        'Integrator',
        'Investor',
        'Other',
        'Partner',
        'Press',
        'Prospect',
        'Reseller',
        'Supplier',
        'Vendor',
      ],
    }),
    field('Industry', 'picklist', { pickList: industries }),
    field('Ownership', 'picklist', {
      pickList: ['Government', 'Other', 'Partnership', 'Private', 'Public', 'Subsidiary'],
    }),
    field('Employees', 'integer'),
    field('Annual_Revenue', 'currency'),
    field('Ticker_Symbol', 'text', { maxLength: 30 }),
    field('SIC_Code', 'integer', { maxLength: 8 }),
    field('Phone', 'phone'),
    field('Fax', 'phone'),
    field('Website', 'website'),
    field('Twitter', 'text', { maxLength: 50 }),
    field('Rating', 'picklist', {
      pickList: ['Acquired', 'Active', 'Market Failed', 'Project Cancelled', 'Shut Down'],
    }),
    ...address('Billing_', 'Billing_Code'),
    ...address('Shipping_', 'Shipping_Code'),
    description,
  ],
};
