import { define } from '@crm-elements/core';
import { listElements } from './list-elements.js';

define(listElements);
