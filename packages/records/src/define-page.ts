import { define } from '@crm-elements/core';
import { pageElements } from './page-elements.js';

define(pageElements);
// Files stand far down a page, which does not wait for them.
void import('./define-attachments.js').catch(() => undefined);
