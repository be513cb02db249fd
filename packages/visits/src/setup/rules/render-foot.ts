import { html, nothing, type TemplateResult } from 'lit';
import { renderIcon } from '../render-icon.js';
import type { SetupWords } from '../i18n/index.js';
import type { Rule } from './rule-draft.js';
import type { RulesState } from './rules-store.js';

interface Foot {
  words: SetupWords;
  rules: RulesState<Rule>;
  isBusy: boolean;
  isSaved: boolean;
  add: () => void;
  discard: () => void;
  takeTheirs: () => void;
  overwrite: () => void;
}

/** Adding, saving, and what to do when somebody else has changed the rules. */
export const renderFoot = ({ words, rules, isBusy, isSaved, ...foot }: Foot): TemplateResult => html`
  ${
    rules.theirs
      ? html`<div class="complaint row" role="alert">
          <span>${words.rules.conflict}</span>
          <span class="actions">
            <button class="button" type="button" @click=${foot.takeTheirs}>${words.rules.takeTheirs}</button>
            <button class="button danger" type="button" @click=${foot.overwrite}>
              ${words.rules.overwrite}
            </button>
          </span>
        </div>`
      : nothing
  }
  <div class="actions">
    <button class="button add" type="button" @click=${foot.add}>
      ${renderIcon('add')} ${words.rules.add}
    </button>
    ${
      rules.hasChanges
        ? html`<button class="button primary" type="submit" aria-busy=${isBusy}>
              ${isBusy ? words.saving : words.save}
            </button>
            <button class="button" type="button" @click=${foot.discard}>${words.rules.discard}</button>`
        : nothing
    }
    <span class="done" role="status">${isSaved && !rules.hasChanges ? words.saved : ''}</span>
  </div>
`;
