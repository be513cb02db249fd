import { define } from '@crm-elements/core';
import { toolElements } from './tool-elements.js';

define(toolElements);
