import { define } from '@crm-elements/core';
import { CrmCriteriaEditor, CrmRecordPicker, CrmUserPicker } from '@crm-elements/ui';
import { formElements } from './form-elements.js';

// The building blocks that a form is made of.
define({
  'crm-criteria-editor': CrmCriteriaEditor,
  'crm-record-picker': CrmRecordPicker,
  'crm-user-picker': CrmUserPicker,
});
define(formElements);
