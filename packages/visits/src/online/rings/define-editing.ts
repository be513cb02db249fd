import { define } from '@crm-elements/core';
import { CrmCriteriaEditor, CrmRecordPicker, CrmUserPicker } from '@crm-elements/ui';
import { CrmVisitorRingsDialog } from './crm-visitor-rings-dialog.js';

define({
  'crm-criteria-editor': CrmCriteriaEditor,
  'crm-record-picker': CrmRecordPicker,
  'crm-user-picker': CrmUserPicker,
  'crm-visitor-rings-dialog': CrmVisitorRingsDialog,
});
