import type { Elements } from '@crm-elements/core';
import { CrmLeadConversion } from './page/convert/crm-lead-conversion.js';
import { CrmRecord } from './page/crm-record.js';
import { CrmRecordField } from './page/field/crm-record-field.js';
import { CrmRecordForm } from './page/form/crm-record-form.js';
import { CrmRelatedList } from './page/related/crm-related-list.js';

export const elements: Elements = {
  'crm-record': CrmRecord,
  'crm-record-field': CrmRecordField,
  'crm-record-form': CrmRecordForm,
  'crm-related-list': CrmRelatedList,
  'crm-lead-conversion': CrmLeadConversion,
};
