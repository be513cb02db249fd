import type { CrmClient } from '@crm-elements/core';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HrefFor } from '../fields/field-context.js';
import type { ModuleMeta } from '../fields/module-meta.js';
import type { CrmRelatedShownEvent } from './events.js';
import type { Words } from './i18n/index.js';

type List = ModuleMeta['relatedLists'][number];

interface Related {
  meta: ModuleMeta;
  element: { module: string; recordId: string };
  client: CrmClient | undefined;
  hrefFor: HrefFor | undefined;
  terms: Words;
  /** Records that the lists show, by list. */
  shown: ReadonlyMap<string, readonly string[]>;
  onShown: (event: CrmRelatedShownEvent) => void;
}

const goTo = (event: Event, name: string) => {
  const root = (event.target as Element).getRootNode() as ShadowRoot;
  const target = root.querySelector<HTMLElement>(`#${CSS.escape(`list-${name}`)}`);
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
};

/** The related lists with a way to each. What a host puts into the slot of a list stands in its place. */
export function renderRelated(related: Related): TemplateResult {
  const { meta, terms } = related;
  const { relatedLists: lists } = meta;
  return html`
    <nav class="anchors" part="nav" aria-label=${terms.relatedLists}>
      ${lists.map(
        ({ api_name: name, display_label: label }) =>
          html`<button class="button quiet" type="button" @click=${(event: Event) => goTo(event, name)}>
            ${label}
          </button>`,
      )}
    </nav>
    <slot name="related"></slot>
    ${repeat(
      lists,
      ({ api_name: name }) => name,
      (list) =>
        html`<div
          role="group"
          class="related"
          part="related"
          id=${`list-${list.api_name}`}
          tabindex="-1"
          aria-label=${list.display_label}
        >
          <slot name=${`related-${list.api_name}`}>${renderList(list, related)}</slot>
        </div>`,
    )}
    <slot name="related-end"></slot>
  `;
}

function renderList(list: List, { element, client, hrefFor, shown, onShown }: Related): TemplateResult {
  const { module, recordId } = element;
  const { display_label: label } = list;
  if (list.api_name === 'Notes')
    return html`<crm-notes
      quiet
      label=${label}
      module=${module}
      record-id=${recordId}
      .client=${client}
    ></crm-notes>`;
  if (list.api_name === 'Attachments')
    return html`<crm-attachments
      quiet
      label=${label}
      module=${module}
      record-id=${recordId}
      .client=${client}
    ></crm-attachments>`;
  return html`<crm-related-list
    quiet
    module=${module}
    record-id=${recordId}
    .list=${list}
    .client=${client}
    .hrefFor=${hrefFor}
    @crm-related-shown=${onShown}
    >${(shown.get(list.api_name) ?? []).map(
      (id) => html`<slot name=${`presence-${id}`} slot=${`presence-${id}`}></slot>`,
    )}</crm-related-list
  >`;
}
