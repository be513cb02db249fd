import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { dataFolderError, PlatformStartError } from '../postgres/index.js';

/** The file in the data folder with the keys: one a line, the first one is used for new seals. */
export const KEY_FILE = 'secret.key';

/** A key from which the keys of the single purposes come. */
export interface MasterKey {
  /** Short name that goes into what was sealed or signed with it; tells nothing of the key. */
  id: string;
  /** 32 bytes for one purpose; purposes are few and fixed, their keys stay in memory. */
  derive(purpose: string): Buffer;
}

/** Makes a master key of a secret of any form. */
export function masterKey(secret: string): MasterKey {
  const derived = new Map<string, Buffer>();
  const derive = (purpose: string) => {
    const known =
      derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, 'crm-elements', purpose, 32));
    derived.set(purpose, known);
    return known;
  };
  return { id: createHash('sha256').update(derive('key id')).digest('hex').slice(0, 8), derive };
}

/**
 * The secrets kept in the data folder; the first one is made when there is none.
 * @throws PlatformStartError when the file cannot be made or read, or is empty.
 */
export function keptSecrets(dataDir: string, make: boolean): string[] {
  try {
    return readOrMake(dataDir, make);
  } catch (error) {
    throw error instanceof PlatformStartError ? error : dataFolderError(dataDir, error);
  }
}

function readOrMake(dataDir: string, make: boolean): string[] {
  const file = join(dataDir, KEY_FILE);
  try {
    return lines(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (!make) return [];
  mkdirSync(dataDir, { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeDurably(mine, `${randomBytes(32).toString('base64url')}\n`);
  try {
    // A link never replaces: of two processes that start at once, both use the first one's key.
    linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  return lines(file);
}

function lines(file: string): string[] {
  const secrets = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (secrets.length === 0)
    throw new PlatformStartError(
      `${file} is empty: what was sealed with its keys cannot be read without them`,
    );
  return secrets;
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
