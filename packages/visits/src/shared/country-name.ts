const names = new Map<string, Intl.DisplayNames>();

/** `France`, from `FR`; the code itself where nobody knows it. */
export function countryName(code: string, locale: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  names.set(locale, known);
  try {
    return known.of(code) ?? code;
  } catch {
    return code;
  }
}
