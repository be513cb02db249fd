import type { CrmClient } from '@crm-elements/core';
import type { Formats } from '@crm-elements/core/lit';
import { nothing } from 'lit';
import type { FieldDescription } from '../module-meta.js';
import type { Draft } from './draft.js';
import { describeFault, type Fault } from './fault.js';
import type { Words } from './i18n/index.js';

/** The editor of one field. */
export interface Editor {
  field: FieldDescription;
  draft: Draft;
  /** Unique within the shadow root; the label is for it. */
  id: string;
  fault: Fault | undefined;
  terms: Words;
  formats: Formats;
  client: CrmClient | undefined;
  onDraft: (draft: Draft) => void;
}

/** What every control of an editor carries. */
export function faultOf({ fault, terms, formats }: Editor): string {
  return fault ? describeFault(fault, terms, formats) : '';
}

/** Attributes that tie a control to its fault. */
export const describedBy = ({ fault, id }: Editor) => (fault ? `${id}-fault` : nothing);
export const invalid = ({ fault }: Editor) => (fault ? 'true' : nothing);
export const required = ({ field }: Editor) => (field.system_mandatory ? 'true' : nothing);
