import { html, nothing, type TemplateResult } from 'lit';
import { placePopup } from '../field/place-popup.js';
import type { ValueDrawing } from './drawing.js';

/** Several values of a pick list: a button that says which, and the list to tick. */
export function renderChoices(drawing: ValueDrawing): TemplateResult {
  const { row, field, terms, label, fault, disabled } = drawing;
  const labels = new Map(field.choices.map((choice) => [choice.value, choice.label]));
  const text = row.values.map((value) => labels.get(value) ?? value).join(', ');
  const unknown = row.values.filter((value) => !labels.has(value)).map((value) => ({ value, label: value }));
  const id = `choices-${row.key}`;
  return html`
    <button
      class="choices"
      type="button"
      popovertarget=${id}
      aria-label=${`${label}: ${text || terms.choose}`}
      aria-describedby=${fault || nothing}
      ?data-fault=${fault !== ''}
      ?disabled=${disabled}
    >
      <bdi class=${text ? 'cut' : 'cut muted'}>${text || terms.choose}</bdi>
      <span class="chevron" aria-hidden="true"></span>
    </button>
    <div class="menu" id=${id} .popover=${'auto'} role="group" aria-label=${label} @toggle=${place}>
      ${[...field.choices, ...unknown].map((choice) => renderChoice(drawing, choice))}
    </div>
  `;
}

function renderChoice({ row, change }: ValueDrawing, { value, label }: { value: string; label: string }) {
  const toggle = (event: Event) => {
    const others = row.values.filter((one) => one !== value);
    change((event.target as HTMLInputElement).checked ? [...others, value] : others);
  };
  return html`<label class="tick">
    <input type="checkbox" .checked=${row.values.includes(value)} @change=${toggle} />
    <bdi>${label}</bdi>
  </label>`;
}

/** The menu stands at its button; the focus goes into it and comes back. */
function place(event: ToggleEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const button = menu.previousElementSibling;
  if (!(button instanceof HTMLElement)) return;
  if (event.newState === 'open') {
    placePopup(button, menu);
    menu.querySelector('input')?.focus();
  } else {
    const { activeElement } = menu.getRootNode() as ShadowRoot;
    if (!activeElement || menu.contains(activeElement)) button.focus();
  }
}
