import type { Elements } from '@crm-elements/core';
import { elements as blocks } from '@crm-elements/ui';
import { CrmAnyRecordPicker } from './fields/edit/any-record/crm-any-record-picker.js';
import { CrmLeadConversion } from './page/convert/crm-lead-conversion.js';
import { CrmRecordForm } from './page/form/crm-record-form.js';

/** What is needed only by who writes: forms and the pickers in them. */
export const editingElements: Elements = {
  ...blocks,
  'crm-record-form': CrmRecordForm,
  'crm-any-record-picker': CrmAnyRecordPicker,
  'crm-lead-conversion': CrmLeadConversion,
};
