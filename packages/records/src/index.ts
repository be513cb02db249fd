export { elements } from './elements.js';
export { CrmRecordOpenEvent } from './events.js';
