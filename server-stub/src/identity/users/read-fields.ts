import type { RowReader } from '../crm/row-reader.js';

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/;
const MAX = { name: 50, email: 100, phone: 30, zone: 150, locale: 10 };

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function readTimeZone(reader: RowReader): string | undefined {
  const zone = reader.needed('time_zone', MAX.zone, false);
  if (zone !== undefined && !isTimeZone(zone)) throw reader.invalid('time_zone');
  return zone;
}

function readLocale(reader: RowReader): string | undefined {
  const locale = reader.needed('locale', MAX.locale, false);
  if (locale !== undefined && !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) throw reader.invalid('locale');
  return locale;
}

function readEmail(reader: RowReader, required: boolean): string | undefined {
  const email = reader.needed('email', MAX.email, required);
  if (email !== undefined && !EMAIL.test(email))
    throw reader.invalid('email', { expected_data_type: 'email' });
  return email;
}

/** Whether a row activates or deactivates. @throws RowError INVALID_DATA */
export function readStatus(reader: RowReader): 'active' | 'disabled' | undefined {
  const status = reader.needed('status', 20, false);
  if (status === undefined || status === 'active') return status;
  if (status === 'inactive' || status === 'disabled') return 'disabled';
  throw reader.invalid('status', { supported_values: ['active', 'inactive'] });
}

/** The columns that a row gives; `undefined` leaves one as it is. @throws RowError */
export function readUser(reader: RowReader, creating: boolean) {
  return {
    email: readEmail(reader, creating),
    first_name: reader.text('first_name', MAX.name),
    last_name: reader.needed('last_name', MAX.name, creating),
    phone: reader.text('phone', MAX.phone),
    mobile: reader.text('mobile', MAX.phone),
    time_zone: readTimeZone(reader),
    locale: readLocale(reader),
    profile_id: reader.neededReference('profile', creating),
    role_id: reader.neededReference('role', creating),
    reporting_to: reader.reference('Reporting_To'),
  };
}

export type UserValues = ReturnType<typeof readUser>;
