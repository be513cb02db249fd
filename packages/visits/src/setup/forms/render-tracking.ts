import type { PortalSettings } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { SetupWords } from '../i18n/index.js';
import { renderSelect } from '../rules/render-select.js';
import { portalsFor } from './form-draft.js';

interface Tracking {
  portals: readonly PortalSettings[];
  /** Code that the form is tracked by; null: it is not. */
  codeId: string | null;
  words: SetupWords;
  choose: (codeId: string | null) => void;
  create: () => void;
}

/** By which portal and code the visitors of the form are tracked. */
export function renderTracking({ portals, codeId, words, choose, create }: Tracking): TemplateResult {
  const { forms: terms } = words;
  const offered = portalsFor(portals, codeId);
  const chosen = portals.find(({ embed_codes: codes }) => codes.some(({ id }) => id === codeId));
  const firstCode = (portalId: string) =>
    offered.find(({ id }) => id === portalId)?.embed_codes[0]?.id ?? null;
  return html`
    <fieldset>
      <legend>${terms.tracking}</legend>
      <p class="hint">${terms.trackingHint}</p>
      ${
        !offered.some(({ enabled }) => enabled)
          ? html`<div class="actions">
              <span class="hint">${terms.noPortal}</span>
              <button class="button" type="button" @click=${create}>${words.portals.create}</button>
            </div>`
          : html`
              ${renderSelect({
                label: words.portal,
                options: [
                  { value: '', label: terms.untracked },
                  ...offered.map(({ id, name }) => ({ value: id, label: name })),
                ],
                value: chosen?.id ?? '',
                onChange: (id) => choose(firstCode(id)),
              })}
              ${
                chosen
                  ? renderSelect({
                      label: terms.embedCode,
                      options: chosen.embed_codes.map(({ id, name }) => ({ value: id, label: name })),
                      value: codeId ?? '',
                      onChange: choose,
                    })
                  : nothing
              }
            `
      }
    </fieldset>
  `;
}
