import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ValueDrawing } from './drawing.js';

/** Days that are counted from the one on which the criteria are read. */
const relative = ['${TODAY}', '${YESTERDAY}', '${TOMORROW}'] as const;
const WITH_OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** How a day or a time is given: which of the controls writes it. */
function modeOf(value: string): string {
  const known = relative.find((one) => one === value.toUpperCase());
  if (known) return known;
  // With an offset it names an instant: no control that shows a clock could keep it.
  if (/T/i.test(value) && WITH_OFFSET.test(value)) return 'instant';
  return /T/i.test(value) ? 'time' : 'day';
}

/** A relative day, or a day or time to type. */
export function renderDate(
  { field, terms, label, fault, disabled }: ValueDrawing,
  value: string,
  change: (value: string) => void,
): TemplateResult {
  const mode = modeOf(value);
  const modes = [
    ['day', terms.day],
    ...(field.kind === 'datetime' ? [['time', terms.time]] : []),
    ...(mode === 'instant' ? [['instant', terms.instant]] : []),
    ['${TODAY}', terms.today],
    ['${YESTERDAY}', terms.yesterday],
    ['${TOMORROW}', terms.tomorrow],
  ] as const;
  const setMode = (event: Event) => {
    const next = (event.target as HTMLSelectElement).value;
    const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0];
    if (next === 'day') change(day ?? '');
    else if (next === 'time') change(`${day ?? new Date().toISOString().slice(0, 10)}T00:00`);
    else change(next);
  };
  const isTyped = mode === 'day' || mode === 'time' || mode === 'instant';
  const type = mode === 'day' ? 'date' : mode === 'time' ? 'datetime-local' : 'text';
  return html`<div class="date">
    <select aria-label=${`${label}, ${terms.kind}`} ?disabled=${disabled} @change=${setMode}>
      ${modes.map(([name, text]) => html`<option value=${name} .selected=${name === mode}>${text}</option>`)}
    </select>
    ${
      isTyped
        ? html`<input
            type=${type}
            aria-label=${label}
            aria-invalid=${fault ? 'true' : 'false'}
            aria-describedby=${fault || nothing}
            ?disabled=${disabled}
            .value=${live(value)}
            @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
          />`
        : nothing
    }
  </div>`;
}
