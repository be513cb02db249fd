import type { FieldDescription } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';
import type { CrmCriteriaChangedEvent } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { renderIcon } from '../render-icon.js';
import type { SetupWords } from '../i18n/index.js';
import type { Row, Rule } from './rule-draft.js';

interface RowForm {
  fields: readonly FieldDescription[];
  client: CrmClient | undefined;
  /** The form of what the rule does. */
  deed: TemplateResult;
  onCriteria: (event: CrmCriteriaChangedEvent) => void;
}

interface RowView {
  row: Row<Rule>;
  index: number;
  count: number;
  words: SetupWords;
  summary: string;
  fault: string | undefined;
  isOpen: boolean;
  /** Undefined until it was unfolded once. */
  form: RowForm | undefined;
  rename: (name: string) => void;
  activate: (active: boolean) => void;
  toggle: () => void;
  move: (to: number) => void;
  remove: () => void;
  /** @param isDragged false when it was let go */
  drag: (isDragged: boolean) => void;
  dragOver: () => void;
}

/** A rule of the list: its line, and its form when it is unfolded. */
export const renderRow = (view: RowView): TemplateResult => html`
  <li class="rule" part="rule" @dragover=${(event: DragEvent) => onDragOver(event, view)}>
    ${renderLine(view)}
    <div class="body" id="body-${view.row.key}" ?hidden=${!view.isOpen}>
      ${view.form ? renderForm(view, view.form) : nothing}
    </div>
  </li>
`;

function onDragOver(event: DragEvent, { dragOver }: RowView): void {
  event.preventDefault();
  dragOver();
}

function renderLine({ row: { key, rule }, index, count, words, ...view }: RowView): TemplateResult {
  const { rules: terms } = words;
  const name = rule.name || terms.newRule;
  return html`
    <div class="line">
      <span
        class="handle"
        draggable="true"
        aria-hidden="true"
        title=${terms.drag}
        @dragstart=${() => view.drag(true)}
        @dragend=${() => view.drag(false)}
        >${renderIcon('drag')}</span
      >
      <button
        class="name"
        type="button"
        aria-expanded=${view.isOpen}
        aria-controls="body-${key}"
        @click=${view.toggle}
      >
        <bdi>${name}</bdi>
        <span class="hint">${view.summary}</span>
      </button>
      <span class="tools">
        <label class="option">
          <input
            type="checkbox"
            role="switch"
            aria-checked=${rule.active}
            aria-label=${terms.activeName(name)}
            .checked=${live(rule.active)}
            @change=${(event: Event) => view.activate((event.target as HTMLInputElement).checked)}
          />
          <span aria-hidden="true">${terms.active}</span>
        </label>
        ${renderTool('up', terms.up(name), index === 0, () => view.move(index - 1))}
        ${renderTool('down', terms.down(name), index === count - 1, () => view.move(index + 1))}
        ${renderTool('remove', words.remove(name), false, view.remove)}
      </span>
    </div>
  `;
}

/** At the end of the list a button keeps the focus: it does nothing, and says so. */
const renderTool = (
  icon: Parameters<typeof renderIcon>[0],
  label: string,
  isIdle: boolean,
  onClick: () => void,
) => html`
  <button
    class="icon-button"
    type="button"
    aria-label=${label}
    title=${label}
    aria-disabled=${isIdle}
    @click=${isIdle ? nothing : onClick}
  >
    ${renderIcon(icon)}
  </button>
`;

function renderForm({ row: { key, rule }, words, fault, rename }: RowView, form: RowForm): TemplateResult {
  const { rules: terms } = words;
  return html`
    <div class="field">
      <label class="required" for="name-${key}">${words.name}</label>
      <input
        id="name-${key}"
        type="text"
        autocomplete="off"
        maxlength="100"
        dir="auto"
        required
        .value=${live(rule.name)}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `fault-${key}` : nothing}
        @input=${(event: Event) => rename((event.target as HTMLInputElement).value)}
      />
      ${fault ? html`<p class="fault" id="fault-${key}" role="alert">${fault}</p>` : nothing}
    </div>
    <crm-criteria-editor
      data-key=${key}
      label=${terms.criteria}
      .fields=${form.fields}
      .client=${form.client}
      .value=${rule.criteria}
      @crm-criteria-changed=${form.onCriteria}
    ></crm-criteria-editor>
    ${form.deed}
  `;
}
