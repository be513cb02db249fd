const LABELS = { en: 'Chat', fr: 'Discuter', ar: 'دردشة' };

export interface Label {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The launcher's label in the first of the languages that we have; English otherwise. */
export const labelFor = (...languages: readonly (string | undefined)[]): Label => {
  const known = languages.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag && tag in LABELS);
  const lang = (known ?? 'en') as keyof typeof LABELS;
  return { text: LABELS[lang], lang, dir: lang === 'ar' ? 'rtl' : 'ltr' };
};
