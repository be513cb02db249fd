import { define } from '@crm-elements/core';
import { tabElements } from './tab-elements.js';

define(tabElements);
