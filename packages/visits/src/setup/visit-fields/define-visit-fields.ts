import { define } from '@crm-elements/core';
import { visitFieldElements } from './visit-field-elements.js';

define(visitFieldElements);
