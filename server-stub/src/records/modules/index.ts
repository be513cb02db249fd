import type { Module } from '../module.js';
import { recordSource } from '../record-source.js';
import { contactFields, leadFields } from './people.js';

/** Modules that live in the table `record`. */
export const businessModules = (): Module[] => [
  {
    apiName: 'Leads',
    singular: 'Lead',
    plural: 'Leads',
    fields: leadFields,
    creatable: true,
    source: recordSource('Leads'),
    related: [],
  },
  {
    apiName: 'Contacts',
    singular: 'Contact',
    plural: 'Contacts',
    fields: contactFields,
    creatable: true,
    source: recordSource('Contacts'),
    related: [],
  },
];
