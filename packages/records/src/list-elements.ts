import type { Elements } from '@crm-elements/core';
import { CrmRecordColumns } from './list/columns/crm-record-columns.js';
import { CrmRecordList } from './list/crm-record-list.js';

/** The list and what is in it. */
export const listElements: Elements = {
  'crm-record-columns': CrmRecordColumns,
  'crm-record-list': CrmRecordList,
};
