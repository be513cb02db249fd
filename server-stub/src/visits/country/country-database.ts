import { SettingsError } from '../../platform/settings.js';

/** Country of an address, ISO 3166; undefined where the file has none. */
type CountryOfAddress = (address: string) => string | undefined;

/**
 * Reads a database of countries by address, as GeoLite2-Country or DB-IP's: whole into memory, once.
 * @throws SettingsError when the file is none
 */
export async function openCountryDatabase(path: string): Promise<CountryOfAddress> {
  const { open, validate } = await import('maxmind');
  try {
    const reader = await open(path);
    return (address) => {
      if (!validate(address)) return undefined;
      const found = reader.get(address);
      return found && 'country' in found ? found.country.iso_code : undefined;
    };
  } catch (error) {
    throw new SettingsError([
      `CRM_COUNTRY_DB is ${JSON.stringify(path)}, but has to be a database in MaxMind's format: ${(error as Error).message}.`,
    ]);
  }
}
