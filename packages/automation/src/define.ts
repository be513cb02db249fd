import { define } from '@crm-elements/core';
import { CrmRecordPicker, CrmUserPicker } from '@crm-elements/ui';
import { elements } from './elements.js';

// The building blocks that these elements draw with.
define({ 'crm-record-picker': CrmRecordPicker, 'crm-user-picker': CrmUserPicker });
define(elements);
