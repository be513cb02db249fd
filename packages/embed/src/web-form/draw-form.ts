import type { WebFormDescription } from '@crm-elements/contract';
import { draw } from './draw.js';
import type { FormValues } from './events.js';
import { drawField, type DrawnField } from './fields/draw-field.js';
import { toCorrect, type Language } from './i18n/index.js';

/** A form that is drawn. */
export interface DrawnForm {
  readonly element: HTMLFormElement;
  /** What was filled in, by the API names of the fields; what was not is absent. */
  readonly values: FormValues;
  /** Goes to the first field that is wrong. @returns whether every field is right */
  check(): boolean;
  /** Says at the fields that the CRM did not accept them. @returns whether there was such a field */
  refuse(names: readonly string[]): boolean;
  /** Says above the button what went wrong; nothing takes it away. */
  complain(text?: string): void;
  setBusy(isBusy: boolean): void;
}

/** Programs fill in what they find; people do not see it. The CRM takes nothing where it is filled. */
const TRAP = 'crm_website';

/**
 * Draws the form with what was typed before.
 * @param say announces to those who do not see
 */
export const drawForm = (
  { name, fields }: WebFormDescription,
  language: Language,
  { before, say }: { before: FormValues; say: (text: string) => void },
): DrawnForm => {
  const { lang, dir, words } = language;
  const drawn = fields.map((field, index) => drawField(field, index, words));
  const problem = draw('p', { part: 'problem', role: 'alert', hidden: true });
  const button = draw('button', { part: 'button', type: 'submit' }, words.send);
  const trap = draw('input', { name: TRAP, type: 'text', tabindex: '-1', autocomplete: 'off' });
  const element = draw(
    'form',
    { part: 'form', lang, dir, novalidate: true, 'aria-label': name },
    ...drawn.map((field) => field.element),
    draw('p', { hidden: true }, trap),
    problem,
    button,
  );
  for (const field of drawn) field.value = before[field.name] ?? '';

  const goTo = (wrong: readonly DrawnField[]): void => {
    if (wrong.length > 0) say(toCorrect(language, wrong.length));
    wrong[0]?.focus();
  };
  return {
    element,
    get values() {
      const filled = drawn.map((field) => [field.name, field.value] as const);
      return Object.fromEntries([...filled, [TRAP, trap.value] as const].filter(([, value]) => value !== ''));
    },
    check() {
      const wrong = drawn.filter((field) => field.check());
      goTo(wrong);
      return wrong.length === 0;
    },
    refuse(names) {
      const wrong = drawn.filter((field) => names.includes(field.name));
      for (const field of wrong) field.refuse();
      goTo(wrong);
      return wrong.length > 0;
    },
    complain(text) {
      problem.textContent = text ?? '';
      problem.hidden = text === undefined;
    },
    setBusy(isBusy) {
      // Still focusable: whoever pressed it stays where they are.
      button.ariaDisabled = isBusy ? 'true' : null;
      button.textContent = isBusy ? words.sending : words.send;
    },
  };
};
