import { HONEYPOT } from './form-html.js';

/** What a plain form says. */
interface PlainForm {
  /** A program has filled in what people do not see. */
  isTrapped: boolean;
  /** The tracker's visitor, where the page tells: the hidden field of the CRM's older web forms. */
  visitor: string | undefined;
  values: Record<string, string>;
}

/** The trap of the CRM's older web forms: `honeypot` in base64. */
const FORMER_HONEYPOT = 'aG9uZXlwb3Q';

/** Reads a plain form; older web forms of the CRM call their fields as people do, `Last Name`. */
export function readPlainForm(body: Readonly<Record<string, string>>): PlainForm {
  const {
    [HONEYPOT]: trap = '',
    [FORMER_HONEYPOT]: formerTrap = '',
    LDTuvid: visitor = '',
    ...values
  } = body;
  return {
    isTrapped: trap !== '' || formerTrap !== '',
    visitor: /^[\w-]{22}$/.test(visitor) ? visitor : undefined,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name.trim().replaceAll(' ', '_'), value]),
    ),
  };
}
