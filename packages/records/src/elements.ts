import type { Elements } from '@crm-elements/core';
import { CrmRecordCard } from './card/crm-record-card.js';
import { listElements } from './list-elements.js';
import { CrmNotes } from './notes/crm-notes.js';
import { CrmRecord } from './page/crm-record.js';
import { CrmRecordField } from './page/field/crm-record-field.js';
import { CrmRelatedList } from './page/related/crm-related-list.js';

export const elements: Elements = {
  ...listElements,
  'crm-notes': CrmNotes,
  'crm-record': CrmRecord,
  'crm-record-card': CrmRecordCard,
  'crm-record-field': CrmRecordField,
  'crm-related-list': CrmRelatedList,
};
