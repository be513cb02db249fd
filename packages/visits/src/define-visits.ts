import { define } from '@crm-elements/core';
import { listElements } from './visits/list-elements.js';

define(listElements);
