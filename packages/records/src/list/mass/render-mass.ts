import type { CrmRecord } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';
import { html, type TemplateResult } from 'lit';
import type { HrefFor } from '../../fields/field-context.js';
import type { ModuleMeta } from '../../fields/module-meta.js';
import type { Question } from '../read/question.js';
import type { Selection } from '../state/selection.js';
import type { CrmMassDoneEvent, CrmOnlineSelectEvent, CrmSelectionChangeEvent } from './events.js';

interface Mass {
  client: CrmClient | undefined;
  meta: ModuleMeta | undefined;
  question: Question | undefined;
  selection: Selection;
  rows: readonly CrmRecord[];
  total: number | undefined;
  hrefFor: HrefFor | undefined;
  onlineIds: ReadonlySet<string>;
  onSelect: (all: boolean) => void;
  onSelectOnline: (ids: readonly string[]) => void;
  onDone: (event: CrmMassDoneEvent) => void;
}

/** What can be done with the selected records; its element is loaded when somebody first selects. */
export const renderMass = (mass: Mass): TemplateResult =>
  html`<crm-record-mass
    .client=${mass.client}
    .meta=${mass.meta}
    .question=${mass.question}
    .selection=${mass.selection}
    .rows=${mass.rows}
    .total=${mass.total}
    .hrefFor=${mass.hrefFor}
    .onlineIds=${mass.onlineIds}
    @crm-selection-change=${({ all }: CrmSelectionChangeEvent) => mass.onSelect(all)}
    @crm-online-select=${({ ids }: CrmOnlineSelectEvent) => mass.onSelectOnline(ids)}
    @crm-mass-done=${mass.onDone}
  ></crm-record-mass>`;
