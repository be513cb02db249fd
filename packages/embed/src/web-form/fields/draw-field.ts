import { draw } from '../draw.js';
import type { Words } from '../i18n/index.js';
import { drawControl, type FormField } from './draw-control.js';
import { findFault } from './find-fault.js';

/** A field that is drawn. */
export interface DrawnField {
  readonly name: string;
  readonly element: HTMLElement;
  /** What was filled in; empty where nothing was. */
  value: string;
  /** Looks again and says what is wrong. @returns whether something is */
  check(): boolean;
  /** Says that the CRM did not accept the value. */
  refuse(): void;
  focus(): void;
}

const isBox = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'checkbox';

/** Label, control, and the place where it is said what is wrong. */
export const drawField = (field: FormField, index: number, words: Words): DrawnField => {
  const id = `field-${index}`;
  const control = drawControl(field, id, words);
  const box = isBox(control) ? control : undefined;
  const label = draw('label', { part: 'label', for: id }, draw('span', { dir: 'auto' }, field.label));
  if (!field.required && !box) label.append(' ', draw('span', { class: 'hint' }, `(${words.optional})`));
  const fault = draw('p', { part: 'fault', id: `${id}-fault`, hidden: true });
  const element = draw(
    'div',
    { part: 'field', class: box ? 'field box' : 'field' },
    ...(box ? [control, label] : [label, control]),
    fault,
  );

  const say = (text: string | undefined): boolean => {
    fault.textContent = text ?? '';
    fault.hidden = text === undefined;
    control.ariaInvalid = text === undefined ? null : 'true';
    if (text === undefined) control.removeAttribute('aria-describedby');
    else control.setAttribute('aria-describedby', fault.id);
    return text !== undefined;
  };
  const check = (): boolean => say(findFault(field, control, words));
  const isWrong = () => control.ariaInvalid === 'true';

  // Nobody is told of a fault while they write for the first time; once told, they see it go.
  control.addEventListener('input', () => {
    if (isWrong()) check();
  });
  control.addEventListener('change', () => {
    // People leave the scheme out.
    if (field.data_type === 'website' && /^[^\s/:]+\.[^\s:]+$/.test(control.value))
      control.value = `https://${control.value}`;
    if (isWrong()) check();
  });

  return {
    name: field.api_name,
    element,
    get value() {
      return box ? (box.checked ? 'true' : '') : control.value.trim();
    },
    set value(text) {
      if (box) box.checked = text === 'true';
      else control.value = text;
    },
    check,
    refuse: () => void say(words.faults.refused),
    focus: () => control.focus(),
  };
};
