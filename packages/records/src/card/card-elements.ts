import type { Elements } from '@crm-elements/core';
import { CrmRecordCard } from './crm-record-card.js';

/** The quick look at a record. */
export const cardElements: Elements = { 'crm-record-card': CrmRecordCard };
