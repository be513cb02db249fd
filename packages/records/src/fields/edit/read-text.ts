import type { FieldDescription } from '../module-meta.js';
import type { Reading } from './draft.js';

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/;
const PHONE = /^[+(]?\d[\d\s().+/-]{2,29}$/;
const DOMAIN = /^[^\s:/?#@.]+(\.[^\s:/?#@.]+)+([:/?#]\S*)?$/;

const isWebsite = (text: string) =>
  /^(https?|ftp):\/\//i.test(text) ? !/\s/.test(text) && URL.canParse(text) : DOMAIN.test(text);

const shapes: Record<string, (text: string) => boolean> = {
  email: (text) => EMAIL.test(text),
  phone: (text) => PHONE.test(text),
  website: isWebsite,
};

/** Reads a text, an e-mail address, a telephone number or an address of the web. */
export function readText(typed: string, { data_type: type, length }: FieldDescription): Reading {
  // Spaces around an address are a slip of the clipboard; in a text they may be meant.
  const text = type in shapes ? typed.trim() : typed;
  if (text.length > length) return { fault: { code: 'tooLong', limit: length } };
  const fits = shapes[type]?.(text) ?? true;
  return fits ? { value: text } : { fault: { code: type as 'email' | 'phone' | 'website' } };
}
