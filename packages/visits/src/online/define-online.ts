import { define } from '@crm-elements/core';
import { onlineElements } from './online-elements.js';

define(onlineElements);
