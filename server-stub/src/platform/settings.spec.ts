import { describe, expect, test } from 'vitest';
import type { SettingsError } from './settings.js';
import { readSettings } from './settings.js';

const linesOf = (env: Record<string, string>) => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    return (error as SettingsError).lines;
  }
};

describe('settings', () => {
  test('an empty environment has sensible values', () => {
    expect(readSettings({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      seed: 'empty',
      logLevel: 'info',
      trustProxy: false,
    });
  });

  test('every bad variable is named in one line', () => {
    const lines = linesOf({
      PORT: '80a',
      HOST: 'a b',
      CRM_SEED: 'full',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://x',
      SMTP_URL: 'smtp://mail.test?from=nobody',
      CRM_RECORD_URL: 'https://host.test/',
      REDIS_URL: 'http://x',
      CRM_SECRET: 'short',
    });
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe('PORT is "80a", but has to be a port number from 0 to 65534.');
  });

  test('a header that names countries is believed of a proxy alone', () => {
    const env = { CRM_COUNTRY_HEADER: 'CF-IPCountry' };
    expect(linesOf(env)).toEqual([expect.stringMatching(/^CRM_COUNTRY_HEADER needs CRM_TRUST_PROXY=true/)]);
    expect(readSettings({ ...env, CRM_TRUST_PROXY: 'true' }).countryHeader).toBe('cf-ipcountry');
    expect(linesOf({ CRM_COUNTRY_HEADER: 'two words', CRM_TRUST_PROXY: 'true' })).toHaveLength(1);
  });

  test('secrets and addresses with passwords are not repeated', () => {
    const lines = linesOf({
      CRM_SECRET: 'hunter2',
      DATABASE_URL: 'mysql://me:hunter2@db/x',
      SMTP_URL: 'smtp://me:hunter2@',
    }).join('\n');
    expect(lines).not.toContain('hunter2');
  });
});
