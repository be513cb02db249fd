import type { CrmClient } from '@crm-elements/core';
import type { CrmUserPickedEvent } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { renderIcon } from '../render-icon.js';

export interface Named {
  id: string;
  name: string;
}

interface People {
  name: string;
  label: string;
  hint: string;
  empty: string;
  add: string;
  remove: (name: string) => string;
  fault: string | undefined;
  people: readonly Named[];
  client: CrmClient | undefined;
  onChange: (people: Named[]) => void;
}

/** Several users: who is named, and a picker that adds one. */
export function renderPeople({ people, onChange, ...field }: People): TemplateResult {
  const add = ({ value }: CrmUserPickedEvent) => {
    if (value && !people.some(({ id }) => id === value.id))
      onChange([...people, { id: value.id, name: value.name }]);
  };
  return html`
    <fieldset>
      <legend>${field.label}</legend>
      ${
        people.length === 0
          ? html`<p class="hint">${field.empty}</p>`
          : html`<ul class="people">
              ${people.map(
                (person) => html`
                  <li class="person">
                    <bdi>${person.name}</bdi>
                    <button
                      class="icon-button small"
                      type="button"
                      aria-label=${field.remove(person.name)}
                      title=${field.remove(person.name)}
                      @click=${() => onChange(people.filter(({ id }) => id !== person.id))}
                    >
                      ${renderIcon('remove')}
                    </button>
                  </li>
                `,
              )}
            </ul>`
      }
      <crm-user-picker
        class="picker"
        name=${field.name}
        label=${field.add}
        label-hidden
        .placeholder=${field.add}
        .client=${field.client}
        .error=${field.fault ?? ''}
        .value=${live(null)}
        @crm-user-picked=${add}
      ></crm-user-picker>
      <p class="hint">${field.hint}</p>
    </fieldset>
  `;
}
