import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { editorStyles } from '../fields/edit/editor.styles.js';
import { fieldValueStyles } from '../fields/field-value.styles.js';
import { clashStyles } from './clash.styles.js';

/** What elements that edit fields beside their values have in common. */
export const editingElementStyles = [
  CrmElement.styles,
  controls,
  surfaces,
  fieldValueStyles,
  editorStyles,
  clashStyles,
];
