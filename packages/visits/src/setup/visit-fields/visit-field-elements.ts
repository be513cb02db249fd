import type { Elements } from '@crm-elements/core';
import { CrmVisitFieldForm } from './crm-visit-field-form.js';
import { CrmVisitFields } from './crm-visit-fields.js';

/** What the set-up of the fields of visits needs. */
export const visitFieldElements: Elements = {
  'crm-visit-fields': CrmVisitFields,
  'crm-visit-field-form': CrmVisitFieldForm,
};
