/** A text with a number in it, by the number as it is written and its plural form. */
export type Counted = (n: string, rule: Intl.LDMLPluralRule) => string;

/** @param forms the text in each plural form of the language, `{n}` where the number stands */
export function counted(forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): Counted {
  return (n, rule) => (forms[rule] ?? forms.other).replace('{n}', n);
}
