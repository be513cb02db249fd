import type { Elements } from '@crm-elements/core';
import { attachmentElements } from './attachment-elements.js';
import { listElements } from './list-elements.js';
import { pageElements } from './page-elements.js';

export const elements: Elements = { ...listElements, ...pageElements, ...attachmentElements };
