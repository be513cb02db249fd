import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { readSmtpUrl } from './mail/smtp.js';

/** Everything that the environment decides. Read once, at start. */
export interface Settings {
  port: number;
  host: string;
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  databaseUrl?: string;
  /** Absent: realtime stays within PostgreSQL. */
  redisUrl?: string;
  dataDir: string;
  seed: 'demo' | 'empty';
  /** Absent: made and kept in `dataDir`. */
  secret?: string;
  /** Absent: mails are kept in `dataDir`. */
  smtpUrl?: string;
  /** Address of a record's page in the host application, with `{module}` and `{id}`; mails link to it. */
  recordUrl?: string;
  logLevel: string;
  outboundAllow: string[];
  /** Take the client's address from `X-Forwarded-For`. */
  trustProxy: boolean;
  /** Header, in lower case, in which the proxy says which country a request comes from. */
  countryHeader?: string;
  /** File of countries by address, in MaxMind's format. */
  countryDatabase?: string;
}

/** All that is wrong with the environment, one line each. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
type Environment = Record<string, string | undefined>;

/** @throws {SettingsError} naming each bad variable, what it holds and what it may hold. */
export function readSettings(env: Environment, defaults: { seed?: 'demo' | 'empty' } = {}): Settings {
  const wrong: string[] = [];
  const read = <T>(
    name: string,
    fallback: T,
    parse: (value: string) => T | undefined,
    expected: string,
  ): T => {
    const value = env[name];
    if (value === undefined || value === '') return fallback;
    const parsed = parse(value);
    if (parsed === undefined) wrong.push(`${name} is ${JSON.stringify(value)}, but has to be ${expected}.`);
    return parsed ?? fallback;
  };
  const oneOf = (allowed: readonly string[]) => (value: string) =>
    allowed.includes(value) ? value : undefined;
  const url = (protocols: string[]) => (value: string) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol) ? value : undefined;
  const optional = <K extends keyof Settings>(key: K, value: Settings[K] | undefined) =>
    value === undefined ? {} : { [key]: value };

  const settings: Settings = {
    port: read('PORT', 8080, port, 'a port number from 0 to 65534'),
    host: read('HOST', '127.0.0.1', host, 'an address or a host name'),
    dataDir: resolve(env.CRM_DATA_DIR || '.data'),
    seed: read('CRM_SEED', defaults.seed ?? 'empty', oneOf(['demo', 'empty']), '"demo" or "empty"') as
      'demo' | 'empty',
    logLevel: read('LOG_LEVEL', 'info', oneOf(levels), `one of ${levels.join(', ')}`),
    outboundAllow: (env.CRM_OUTBOUND_ALLOW ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    trustProxy: read('CRM_TRUST_PROXY', 'false', oneOf(['true', 'false']), '"true" or "false"') === 'true',
    ...optional(
      'databaseUrl',
      read('DATABASE_URL', undefined, url(['postgres:', 'postgresql:']), 'a postgres:// address'),
    ),
    ...optional('redisUrl', read('REDIS_URL', undefined, url(['redis:', 'rediss:']), 'a redis:// address')),
    ...optional(
      'smtpUrl',
      read(
        'SMTP_URL',
        undefined,
        (value) => (readSmtpUrl(value) ? value : undefined),
        'as smtp://user:password@host:587?from=crm@host',
      ),
    ),
    ...optional(
      'recordUrl',
      read('CRM_RECORD_URL', undefined, recordUrl, 'an http address with {module} and {id} in it'),
    ),
    ...optional('countryHeader', read('CRM_COUNTRY_HEADER', undefined, headerName, 'the name of a header')),
    ...optional('countryDatabase', env.CRM_COUNTRY_DB ? resolve(env.CRM_COUNTRY_DB) : undefined),
    ...optional(
      'secret',
      read(
        'CRM_SECRET',
        undefined,
        (value) => (value.length >= 32 ? value : undefined),
        'at least 32 characters long',
      ),
    ),
  };
  if (settings.countryHeader !== undefined && !settings.trustProxy)
    wrong.push(
      'CRM_COUNTRY_HEADER needs CRM_TRUST_PROXY=true: without a proxy, visitors could name any country.',
    );
  if (wrong.length)
    throw new SettingsError(
      wrong.map((line) =>
        line.replace(/(CRM_SECRET|DATABASE_URL|SMTP_URL|REDIS_URL) is ".*?", but/, '$1 is set, but'),
      ),
    );
  return settings;
}

function recordUrl(value: string): string | undefined {
  const complete = value.includes('{module}') && value.includes('{id}') && URL.canParse(value);
  return complete && /^https?:/.test(value) ? value : undefined;
}

function headerName(value: string): string | undefined {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(value) ? value.toLowerCase() : undefined;
}

function port(value: string): number | undefined {
  const number = Number(value);
  return /^\d+$/.test(value) && number < 65_535 ? number : undefined;
}

function host(value: string): string | undefined {
  return isIP(value) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value) ? value : undefined;
}

/** Whether only this machine can reach the server. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
