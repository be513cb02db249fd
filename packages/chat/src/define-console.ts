import { define } from '@crm-elements/core';
import { consoleElements } from './console-elements.js';

define(consoleElements);
