import type { Elements } from '@crm-elements/core';
import { attachmentElements } from './attachments/attachment-elements.js';
import { listElements } from './list-elements.js';
import { notesElements } from './notes/notes-elements.js';
import { pageElements } from './page-elements.js';

export const elements: Elements = {
  ...listElements,
  ...attachmentElements,
  ...notesElements,
  ...pageElements,
};
