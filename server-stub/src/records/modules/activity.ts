import { ANY_MODULE, type FieldSpec } from '../fields/index.js';
import { field } from './spec.js';

/** What a task or an event is about: a person, and a record of any module. */
export const concerns: FieldSpec[] = [
  { ...field('Who_Id', 'lookup', { lookup: 'Contacts' }), label: 'Contact Name' },
  { ...field('What_Id', 'lookup', { lookup: ANY_MODULE }), label: 'Related To' },
];
