import { define } from '@crm-elements/core';
import { elements } from './elements.js';

define(elements);
