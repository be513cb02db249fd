import type { CoreOptions } from './types.js';

/** What the script tag says. */
export interface ScriptConfig extends CoreOptions {
  /** `data-vitals="off"` leaves web vitals out. */
  readonly vitals: boolean;
  /** `data-chat="hidden"` keeps the launcher away. */
  readonly chat: boolean;
  /** Language of the launcher, `data-lang`. */
  readonly lang: string | undefined;
}

/** The part of a script element that is read. */
export interface ScriptTag {
  readonly src: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the script tag.
 *
 * @throws where it names no portal
 */
export const readConfig = ({ src, dataset }: ScriptTag): ScriptConfig => {
  const { portal, consent, hash, vitals, chat, lang } = dataset;
  if (!portal) throw new Error('data-portal');
  return {
    src,
    portal,
    consentRequired: consent === 'required',
    hash: hash !== undefined,
    vitals: vitals !== 'off',
    chat: chat !== 'hidden',
    lang,
  };
};
