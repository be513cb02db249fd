import { define } from '@crm-elements/core';
import { pageElements } from './visits/page-elements.js';

define(pageElements);
