import type { Elements } from '@crm-elements/core';
import { CrmRecordCard } from './card/crm-record-card.js';
import { CrmRecordPhoto } from './page/photo/crm-record-photo.js';

/** The quick look at a record, and what is in it. */
export const cardElements: Elements = {
  'crm-record-card': CrmRecordCard,
  'crm-record-photo': CrmRecordPhoto,
};
