import { listen } from '../guard.js';
import type { Feature } from '../types.js';
import { clean } from './values.js';

/** What form controls have, each kind some of it. */
type Field = Partial<HTMLInputElement & HTMLSelectElement>;

/** No field of a person: buttons and groups. */
const NO_FIELD = /button|submit|reset|image|field|output/;
/** Type and purpose of fields that are never read, whatever the form allows. */
const SECRET = /password|file|hidden|cc-|one-time/;

/** Submitted forms: names of fields; values only of a `<form data-crm-form>`. */
export const forms: Feature = ({ push }) => {
  const submitted = ({ target }: Event): void => {
    const form = target as HTMLFormElement;
    const names = new Set<string>();
    const values: Record<string, string> = {};
    for (const field of form.elements as unknown as Field[]) {
      const { name, type = '', value = '', checked, selectedOptions, autocomplete = '' } = field;
      if (!name || NO_FIELD.test(type)) continue;
      names.add(name.slice(0, 128));
      if (SECRET.test(`${type} ${autocomplete}`) || (/checkbox|radio/.test(type) && !checked)) continue;
      const text = selectedOptions ? [...selectedOptions].map((option) => option.value).join(', ') : value;
      values[name] = values[name] ? `${values[name]}, ${text}` : text;
    }
    push({
      t: 'f',
      n: (form.getAttribute('name') ?? form.id).slice(0, 512) || undefined,
      q: [...names].slice(0, 100),
      w: 'crmForm' in form.dataset ? clean(values) : undefined,
    });
  };
  listen('submit', submitted);
};
