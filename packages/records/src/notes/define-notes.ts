import { define } from '@crm-elements/core';
import { notesElements } from './notes-elements.js';

define(notesElements);
