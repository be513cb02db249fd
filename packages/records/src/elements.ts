import type { Elements } from '@crm-elements/core';
import { CrmRecord } from './page/crm-record.js';
import { CrmRecordField } from './page/field/crm-record-field.js';
import { CrmRelatedList } from './page/related/crm-related-list.js';

export const elements: Elements = {
  'crm-record': CrmRecord,
  'crm-record-field': CrmRecordField,
  'crm-related-list': CrmRelatedList,
};
