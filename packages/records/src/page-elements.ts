import type { Elements } from '@crm-elements/core';
import { cardElements } from './card/card-elements.js';
import { CrmRecord } from './page/crm-record.js';
import { CrmRecordField } from './page/field/crm-record-field.js';
import { CrmRelatedList } from './page/related/crm-related-list.js';

/** The page of a record, the quick look at one, and what is in them. */
export const pageElements: Elements = {
  ...cardElements,
  'crm-record': CrmRecord,
  'crm-record-field': CrmRecordField,
  'crm-related-list': CrmRelatedList,
};
