import { ANY_MODULE } from '../fields/index.js';
import { field, type ModuleSpec } from './spec.js';

export const notes: ModuleSpec = {
  apiName: 'Notes',
  singular: 'Note',
  plural: 'Notes',
  nameField: 'Note_Title',
  duplicateChecks: [],
  parentField: 'Parent_Id',
  fields: [
    field('Note_Title', 'text', { maxLength: 120 }),
    field('Note_Content', 'textarea', { mandatory: true }),
    field('Parent_Id', 'lookup', { lookup: ANY_MODULE, mandatory: true }),
  ],
};
