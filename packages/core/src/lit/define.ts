import { define } from '../define.js';
import { elements } from './elements.js';

define(elements);
