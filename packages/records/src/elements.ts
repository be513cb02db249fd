import type { Elements } from '@crm-elements/core';
import { CrmRecordCard } from './card/crm-record-card.js';
import { CrmRecordColumns } from './list/columns/crm-record-columns.js';
import { CrmRecordList } from './list/crm-record-list.js';
import { CrmRecord } from './page/crm-record.js';
import { CrmRecordField } from './page/field/crm-record-field.js';
import { CrmRelatedList } from './page/related/crm-related-list.js';

export const elements: Elements = {
  'crm-record': CrmRecord,
  'crm-record-card': CrmRecordCard,
  'crm-record-columns': CrmRecordColumns,
  'crm-record-field': CrmRecordField,
  'crm-record-list': CrmRecordList,
  'crm-related-list': CrmRelatedList,
};
