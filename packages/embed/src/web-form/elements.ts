import { CrmWebForm } from './crm-web-form.js';

export const elements = { 'crm-web-form': CrmWebForm };
