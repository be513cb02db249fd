import type { Elements } from '@crm-elements/core';
import { CrmCriteriaEditor } from './criteria/crm-criteria-editor.js';
import { CrmFilePicker } from './file-picker/crm-file-picker.js';
import { CrmRecordPicker } from './record-picker/crm-record-picker.js';
import { CrmTagPicker } from './tag-picker/crm-tag-picker.js';
import { CrmUserPicker } from './user-picker/crm-user-picker.js';

export const elements: Elements = {
  'crm-criteria-editor': CrmCriteriaEditor,
  'crm-file-picker': CrmFilePicker,
  'crm-record-picker': CrmRecordPicker,
  'crm-tag-picker': CrmTagPicker,
  'crm-user-picker': CrmUserPicker,
};
