export { CrmWebForm } from './crm-web-form.js';
export { elements } from './elements.js';
export type { Language } from './i18n/index.js';
export { CrmWebFormSubmitEvent, CrmWebFormSubmittedEvent, type FormValues } from './events.js';
