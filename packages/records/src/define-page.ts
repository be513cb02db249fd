import { define } from '@crm-elements/core';
import { pageElements } from './page-elements.js';

define(pageElements);
