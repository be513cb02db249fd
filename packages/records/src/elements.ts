import type { Elements } from '@crm-elements/core';
import { CrmAttachments } from './attachments/crm-attachments.js';
import { CrmRecordCard } from './card/crm-record-card.js';
import { listElements } from './list-elements.js';
import { CrmRecord } from './page/crm-record.js';
import { CrmRecordField } from './page/field/crm-record-field.js';
import { CrmRelatedList } from './page/related/crm-related-list.js';

export const elements: Elements = {
  ...listElements,
  'crm-attachments': CrmAttachments,
  'crm-record': CrmRecord,
  'crm-record-card': CrmRecordCard,
  'crm-record-field': CrmRecordField,
  'crm-related-list': CrmRelatedList,
};
