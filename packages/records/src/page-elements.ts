import type { Elements } from '@crm-elements/core';
import { attachmentElements } from './attachments/attachment-elements.js';
import { cardElements } from './card-elements.js';
import { notesElements } from './notes/notes-elements.js';
import { CrmRecord } from './page/crm-record.js';
import { CrmRecordField } from './page/field/crm-record-field.js';
import { CrmRelatedList } from './page/related/crm-related-list.js';
import { CrmRecordTags } from './page/tags/crm-record-tags.js';

/** The page of a record, the quick look at one, and what is in them: notes and files, too. */
export const pageElements: Elements = {
  ...attachmentElements,
  ...cardElements,
  ...notesElements,
  'crm-record': CrmRecord,
  'crm-record-field': CrmRecordField,
  'crm-record-tags': CrmRecordTags,
  'crm-related-list': CrmRelatedList,
};
