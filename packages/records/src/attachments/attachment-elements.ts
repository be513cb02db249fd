import type { Elements } from '@crm-elements/core';
import { CrmAttachments } from './crm-attachments.js';

/** The files of a record. */
export const attachmentElements: Elements = { 'crm-attachments': CrmAttachments };
