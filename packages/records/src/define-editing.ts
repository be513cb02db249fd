import { define } from '@crm-elements/core';
import { editingElements } from './editing-elements.js';

define(editingElements);
