export { CrmAttachments } from './attachments/crm-attachments.js';
export {
  CrmAttachmentAddedEvent,
  CrmAttachmentAddEvent,
  CrmAttachmentDeletedEvent,
  CrmAttachmentDeleteEvent,
} from './attachments/events.js';
export { CrmRecordCard } from './card/crm-record-card.js';
export { elements } from './elements.js';
export { CrmRecordOpenEvent } from './events.js';
export { CrmNotes } from './notes/crm-notes.js';
export { CrmLeadConversion } from './page/convert/crm-lead-conversion.js';
export { CrmRecord } from './page/crm-record.js';
export {
  CrmLeadConvertedEvent,
  CrmRecordCloneEvent,
  CrmRecordCreatedEvent,
  CrmRecordDeletedEvent,
  CrmRecordDeleteEvent,
  CrmRecordFormCancelledEvent,
  CrmRecordSavedEvent,
  CrmRecordSaveEvent,
  CrmRelatedAddEvent,
  CrmRelatedShownEvent,
  type ConvertedInto,
} from './page/events.js';
export { CrmRecordField } from './page/field/crm-record-field.js';
export { CrmRecordForm } from './page/form/crm-record-form.js';
export { CrmRelatedList } from './page/related/crm-related-list.js';
