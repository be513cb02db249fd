import { define } from '@crm-elements/core';
import { elements as blocks } from '@crm-elements/ui';
import { elements } from './elements.js';

define({ ...blocks, ...elements });
