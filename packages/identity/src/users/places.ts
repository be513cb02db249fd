/** Locales that a user may choose; one that somebody has already is offered as well. */
const locales = [
  'en_US',
  'en_GB',
  'fr_FR',
  'fr_CA',
  'ar_SA',
  'ar_EG',
  'ar_MA',
  'de_DE',
  'es_ES',
  'it_IT',
  'nl_NL',
  'pt_BR',
] as const;

interface Choice {
  value: string;
  label: string;
}

/** Locales by their names in the reader's language. */
export function localeChoices(reader: string, present: string): Choice[] {
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  const all = new Set<string>([...locales, ...(present ? [present] : [])]);
  return [...all]
    .map((value) => ({ value, label: names.of(value.replace('_', '-')) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, reader));
}

/** Time zones by their region, `Europe` -> `Paris`. */
export function zoneChoices(present: string): { own: Choice[]; regions: Map<string, Choice[]> } {
  const regions = new Map<string, Choice[]>();
  const zones = Intl.supportedValuesOf('timeZone');
  for (const value of zones) {
    const [region = '', ...city] = value.split('/');
    const label = city.join(' / ').replaceAll('_', ' ');
    if (label) regions.set(region, [...(regions.get(region) ?? []), { value, label }]);
  }
  const isListed = zones.includes(present) && present.includes('/');
  return { own: isListed || !present ? [] : [{ value: present, label: present }], regions };
}
