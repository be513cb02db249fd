import { leadSources } from './person.js';
import { description, field, type ModuleSpec } from './spec.js';

/** Stages that end a deal. */
export const WON = 'Closed Won';
export const lost = ['Closed Lost', 'Closed Lost to Competition'];

/** Stages of a deal in their order. */
export const dealStages = [
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Identify Decision Makers',
  'Proposal/Price Quote',
  'Negotiation/Review',
  WON,
  ...lost,
];

export const deals: ModuleSpec = {
  apiName: 'Deals',
  singular: 'Deal',
  plural: 'Deals',
  nameField: 'Deal_Name',
  duplicateChecks: ['Deal_Name'],
  fields: [
    field('Deal_Name', 'text', { maxLength: 120, mandatory: true, searchable: true }),
    field('Account_Name', 'lookup', { lookup: 'Accounts' }),
    field('Contact_Name', 'lookup', { lookup: 'Contacts' }),
    field('Type', 'picklist', { pickList: ['Existing Business', 'New Business'] }),
    field('Stage', 'picklist', { pickList: dealStages, mandatory: true }),
    field('Amount', 'currency'),
    field('Closing_Date', 'date'),
    field('Probability', 'percent', { maxLength: 3, decimalPlace: 0 }),
    field('Expected_Revenue', 'currency'),
    field('Next_Step', 'text', { maxLength: 100 }),
    field('Lead_Source', 'picklist', { pickList: leadSources }),
    description,
  ],
};
