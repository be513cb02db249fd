import { define } from '@crm-elements/core';
import { cardElements } from './card-elements.js';

define(cardElements);
