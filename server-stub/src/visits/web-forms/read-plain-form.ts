import { HONEYPOT } from './form-html.js';

/** What a plain form says. */
interface PlainForm {
  /** A program has filled in what people do not see. */
  isTrapped: boolean;
  /** The tracker's visitor, where the page tells: the hidden field of the CRM's older web forms. */
  visitor: string | undefined;
  values: Record<string, string>;
}

/** Reads a plain form; older web forms of the CRM call their fields as people do, `Last Name`. */
export function readPlainForm(body: Readonly<Record<string, string>>): PlainForm {
  const { [HONEYPOT]: trap = '', LDTuvid: visitor = '', ...values } = body;
  return {
    isTrapped: trap !== '',
    visitor: /^[\w-]{22}$/.test(visitor) ? visitor : undefined,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name.trim().replaceAll(' ', '_'), value]),
    ),
  };
}
