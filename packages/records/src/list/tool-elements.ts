import type { Elements } from '@crm-elements/core';
import { elements as blocks } from '@crm-elements/ui';
import { CrmRecordFilter } from './filter/crm-record-filter.js';
import { CrmMassDialog } from './mass/crm-mass-dialog.js';
import { CrmRecordMass } from './mass/crm-record-mass.js';

/** What is needed only by who selects or filters. */
export const toolElements: Elements = {
  ...blocks,
  'crm-mass-dialog': CrmMassDialog,
  'crm-record-filter': CrmRecordFilter,
  'crm-record-mass': CrmRecordMass,
};
