import { define } from '@crm-elements/core';
import { listElements } from './list-elements.js';

// The list, where most people begin, does not wait for the pages of records.
define(listElements);
void import('./define.js');
