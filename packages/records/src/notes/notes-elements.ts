import type { Elements } from '@crm-elements/core';
import { CrmNotes } from './crm-notes.js';

/** The notes of a record. */
export const notesElements: Elements = { 'crm-notes': CrmNotes };
