export { attach } from './attachments/attach.js';
export { detach } from './attachments/detach.js';
export { openContext, systemContext } from './context.js';
export { marketingFields } from './modules/marketing.js';
export { dealsOfContact } from './deals-of-contact.js';
export type { FieldSpec } from './fields/index.js';
export { ANY_MODULE, dataKey, type Field } from './fields/index.js';
export { findByEmail } from './find-by-email.js';
export type { OutsideField } from './metadata/extension.js';
export { createModules, type Modules } from './metadata/registry.js';
export { announceMetadata } from './metadata/store.js';
export { recordMigrations } from './migrations.js';
export {
  findField,
  type Context,
  type Module,
  type OwnModule,
  type OwnRows,
  type PageRequest,
  type RelatedList,
} from './module.js';
export { contactsOfDeals } from './deals/contacts-of-deals.js';
export { mountRecords } from './mount.js';
export { seedRecords } from './seed.js';
export { FIELD_SAVED, type FieldSaved } from './settings/events.js';
export { describeVirtualField } from './settings/describe-field.js';
export { findOwners } from './storage/find-owners.js';
export { findPhones } from './storage/find-phones.js';
export { findRecordNames } from './storage/references.js';
export { lookupList, recordsPointingTo } from './related/lookup-list.js';
export { checkValues } from './values/check-values.js';
export { maySee } from './values/may-see.js';
export { readValues } from './values/read-values.js';
export { fitToField, labelKey, valuesByLabel } from './values/values-by-label.js';
export { findVisibleNames } from './values/visible-names.js';
export type { StandardView } from './views/view.js';
export { removeExpiredChannels, startCallingBack } from './watch/deliver.js';
export type { InputRow } from './write/draft.js';
export {
  LEAD_CONVERTED,
  RECORD_CREATED,
  RECORD_DELETED,
  RECORD_UPDATED,
  type RecordEvent,
} from './write/events.js';
export { fillOnce } from './write/fill-once.js';
export { insertRecords } from './write/insert.js';
export { updateRecords } from './write/update.js';
