import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { keptSecrets, masterKey, type MasterKey } from './keys.js';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What was sealed cannot be opened: it was changed, or its key is gone. */
export class SecretsError extends Error {
  override readonly name = 'SecretsError';
}

/** Encrypts and signs with the keys of this installation. */
export interface Secrets {
  /** Encrypts a text for keeping (AES-256-GCM); twice the same text gives two different seals. */
  seal(text: string): string;
  /** @throws SecretsError when the seal was changed or no key fits. */
  open(sealed: string): string;
  /** A signature of the text that holds for this purpose only; safe in an address. */
  sign(text: string, purpose: string): string;
  /** Says whether the signature is one of this text and purpose, in constant time. */
  verify(text: string, signature: string, purpose: string): boolean;
}

export interface SecretsOptions {
  /** Where the key is made and kept when no secret is given. */
  dataDir: string;
  /** `CRM_SECRET`: one secret, or several with commas between; the first one is used, all are understood. */
  secret?: string;
}

/**
 * Opens the keys. Keys in the data folder stay understood when a secret is set later.
 * @throws PlatformStartError when the key file cannot be made or read.
 */
export function openSecrets({ dataDir, secret }: SecretsOptions): Secrets {
  const given = (secret ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const keys = [...given, ...keptSecrets(dataDir, given.length === 0)].map(masterKey);
  return secretsOf(keys as [MasterKey, ...MasterKey[]]);
}

function secretsOf(keys: [MasterKey, ...MasterKey[]]): Secrets {
  const current = keys[0];
  const keyOf = (id: string | undefined) => keys.find((key) => key.id === id);
  return {
    seal(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.derive('seal'), iv);
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, current.id, body.toString('base64url')].join('.');
    },
    open(sealed) {
      const [version, id, body] = sealed.split('.');
      const key = keyOf(id);
      if (version !== VERSION || !body) throw new SecretsError('this is no sealed text');
      if (!key) throw new SecretsError(`the key ${id} that sealed this is gone`);
      return decrypt(key, Buffer.from(body, 'base64url'));
    },
    sign: (text, purpose) => `${current.id}.${digest(current, text, purpose).toString('base64url')}`,
    verify(text, signature, purpose) {
      const [id, given = '', more] = signature.split('.');
      const key = keyOf(id);
      if (!key || more !== undefined) return false;
      const expected = digest(key, text, purpose);
      const bytes = Buffer.from(given, 'base64url');
      return bytes.length === expected.length && timingSafeEqual(bytes, expected);
    },
  };
}

function digest(key: MasterKey, text: string, purpose: string): Buffer {
  return createHmac('sha256', key.derive(`sign ${purpose}`))
    .update(text, 'utf8')
    .digest();
}

function decrypt(key: MasterKey, body: Buffer): string {
  const end = body.length - TAG_BYTES;
  if (end < IV_BYTES) throw new SecretsError('this is no sealed text');
  const decipher = createDecipheriv('aes-256-gcm', key.derive('seal'), body.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(body.subarray(end));
  try {
    return Buffer.concat([decipher.update(body.subarray(IV_BYTES, end)), decipher.final()]).toString('utf8');
  } catch {
    throw new SecretsError('the sealed text was changed');
  }
}
