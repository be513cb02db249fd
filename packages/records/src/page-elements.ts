import type { Elements } from '@crm-elements/core';
import { CrmRecordCard } from './card/crm-record-card.js';
import { CrmRecord } from './page/crm-record.js';
import { CrmRecordField } from './page/field/crm-record-field.js';
import { CrmRelatedList } from './page/related/crm-related-list.js';

/** The page of a record, the quick look at one, and what is in them. */
export const pageElements: Elements = {
  'crm-record': CrmRecord,
  'crm-record-card': CrmRecordCard,
  'crm-record-field': CrmRecordField,
  'crm-related-list': CrmRelatedList,
};
