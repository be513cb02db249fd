import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { describeFault, type Fault } from '../../fields/edit/fault.js';
import type { Words as EditWords } from '../../fields/edit/i18n/index.js';
import type { FieldDescription } from '../../fields/module-meta.js';
import type { Words } from '../i18n/index.js';

interface Summary {
  fields: ReadonlyMap<string, FieldDescription>;
  /** What is wrong with which field. */
  faults: ReadonlyMap<string, Fault>;
  /** What is wrong with none in particular. */
  fault: Fault | undefined;
  terms: Words;
  editWords: EditWords;
  formats: Formats;
  onJump: (name: string) => void;
}

/** All that is wrong with a form, with a way to each field. */
export function renderSummary({
  fields,
  faults,
  fault,
  terms,
  editWords,
  formats,
  onJump,
}: Summary): TemplateResult {
  const say = (one: Fault) => describeFault(one, editWords, formats);
  const links = [...faults].map(([name, one]) => {
    const label = fields.get(name)?.display_label ?? name;
    return html`<li>
      <button class="jump" type="button" @click=${() => onJump(name)}>${label}</button>: ${say(one)}
    </li>`;
  });
  return html`<div role="alert" part="summary">
    ${
      links.length > 0
        ? html`<div class="summary">
            <strong>${terms.faults(formats.number(links.length), formats.plural(links.length))}</strong>
            <ul>
              ${links}
            </ul>
          </div>`
        : nothing
    }
    ${fault ? html`<p class="summary">${say(fault)}</p>` : nothing}
  </div>`;
}
