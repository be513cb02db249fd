import { define } from '@crm-elements/core';
import { CrmCriteriaEditor, CrmRecordPicker, CrmUserPicker } from '@crm-elements/ui';
import { setupElements } from './setup/elements.js';

// The building blocks of the forms.
define({
  'crm-criteria-editor': CrmCriteriaEditor,
  'crm-record-picker': CrmRecordPicker,
  'crm-user-picker': CrmUserPicker,
});
define(setupElements);
