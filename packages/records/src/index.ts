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
export { CrmAnyRecordPicker } from './fields/edit/any-record/crm-any-record-picker.js';
export { CrmAnyRecordPickedEvent } from './fields/edit/any-record/events.js';
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
  CrmRelatedUnlinkedEvent,
  CrmRelatedUnlinkEvent,
  type ConvertedInto,
} from './page/events.js';
export { CrmRecordField } from './page/field/crm-record-field.js';
export { CrmRecordForm } from './page/form/crm-record-form.js';
export { CrmRecordPhoto } from './page/photo/crm-record-photo.js';
export { CrmRelatedList } from './page/related/crm-related-list.js';
export { CrmRecordTags } from './page/tags/crm-record-tags.js';
export { CrmModuleTab } from './tab/crm-module-tab.js';
