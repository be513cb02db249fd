import type { Elements } from '@crm-elements/core';
import { CrmRecordPicker } from './record-picker/crm-record-picker.js';
import { CrmUserPicker } from './user-picker/crm-user-picker.js';

export const elements: Elements = {
  'crm-record-picker': CrmRecordPicker,
  'crm-user-picker': CrmUserPicker,
};
