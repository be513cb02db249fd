import { define } from '@crm-elements/core';
import { attachmentElements } from './attachment-elements.js';

define(attachmentElements);
