import { define } from '@crm-elements/core';
import { visitorElements } from './visitor-elements.js';

define(visitorElements);
