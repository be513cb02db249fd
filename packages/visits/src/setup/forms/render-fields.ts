import type { FieldDescription, WebFormInput } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SetupWords } from '../i18n/index.js';

type Field = WebFormInput['fields'][number];

interface Fields {
  known: readonly FieldDescription[];
  chosen: readonly Field[];
  words: SetupWords;
  onChange: (fields: Field[]) => void;
}

const isChecked = (event: Event) => (event.target as HTMLInputElement).checked;

/** What the form asks for; what the module demands cannot be left out. */
export const renderFields = ({ known, chosen, words, onChange }: Fields): TemplateResult => html`
  <fieldset>
    <legend>${words.forms.fields}</legend>
    ${known.map(({ api_name: name, field_label: label, system_mandatory: isMandatory }) => {
      const field = chosen.find((one) => one.api_name === name);
      const put = (required: boolean) =>
        onChange(chosen.map((one) => (one.api_name === name ? { ...one, required } : one)));
      const choose = (isChosen: boolean) =>
        onChange(
          isChosen
            ? [...chosen, { api_name: name, label, required: false }]
            : chosen.filter((one) => one.api_name !== name),
        );
      return html`<div class="row">
        <label class="option">
          <input
            type="checkbox"
            ?disabled=${isMandatory}
            .checked=${live(field !== undefined)}
            @change=${(event: Event) => choose(isChecked(event))}
          />
          <bdi>${label}</bdi>
        </label>
        <label class="option">
          <input
            type="checkbox"
            aria-label=${words.forms.requiredName(label)}
            ?disabled=${isMandatory || !field}
            .checked=${live(field?.required ?? false)}
            @change=${(event: Event) => put(isChecked(event))}
          />
          <span aria-hidden="true">${words.forms.required}</span>
        </label>
      </div>`;
    })}
  </fieldset>
`;
