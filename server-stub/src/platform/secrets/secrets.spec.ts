import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.js';
import { openSecrets, SecretsError } from './index.js';
import { KEY_FILE } from './keys.js';

describe('secrets', () => {
  it('makes a key that only its user can read, and keeps it', () => {
    const dataDir = tempFolder();
    const sealed = openSecrets({ dataDir }).seal('tökén');
    expect(statSync(join(dataDir, KEY_FILE)).mode & 0o777).toBe(0o600);
    expect(openSecrets({ dataDir }).open(sealed)).toBe('tökén');
  });

  it('makes no key file when a secret is given', () => {
    const dataDir = tempFolder();
    openSecrets({ dataDir, secret: 'of the environment' });
    expect(() => readFileSync(join(dataDir, KEY_FILE))).toThrow('ENOENT');
  });

  it('says in one line that it cannot keep a key', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    expect(() => openSecrets({ dataDir: file })).toThrow(`data folder ${file} is not writable (ENOTDIR)`);
  });

  it('seals the same text differently each time and shows nothing of it', () => {
    const secrets = openSecrets({ dataDir: tempFolder() });
    const [one, two] = [secrets.seal('password'), secrets.seal('password')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').includes('password')).toBe(false);
  });

  it('refuses a seal of which any character was changed', () => {
    const secrets = openSecrets({ dataDir: tempFolder() });
    const sealed = secrets.seal('x'.repeat(9));
    const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      const text = [...sealed.split('.').slice(0, 2), bent.toString('base64url')].join('.');
      expect(() => secrets.open(text)).toThrow(SecretsError);
    }
  });

  it.each(['', 'v1', 'v1..', 'v2.a.b', 'v1.00000000.AAAA'])('refuses %j, which was never sealed', (text) => {
    expect(() => openSecrets({ dataDir: tempFolder() }).open(text)).toThrow(SecretsError);
  });

  it('refuses a seal that is too short to hold anything', () => {
    const secrets = openSecrets({ dataDir: tempFolder() });
    const id = secrets.seal('').split('.')[1];
    expect(() => secrets.open(`v1.${id}.AAAA`)).toThrow(SecretsError);
  });

  it('opens what an older key sealed, and seals with the newest', () => {
    const dataDir = tempFolder();
    const old = openSecrets({ dataDir, secret: 'the old one' });
    const both = openSecrets({ dataDir, secret: 'the new one, the old one' });
    expect(both.open(old.seal('a'))).toBe('a');
    expect(() => old.open(both.seal('a'))).toThrow('is gone');
  });

  it('opens what the key in the data folder sealed after a secret was set', () => {
    const dataDir = tempFolder();
    const sealed = openSecrets({ dataDir }).seal('a');
    expect(openSecrets({ dataDir, secret: 'set later' }).open(sealed)).toBe('a');
  });

  it('takes a key added to the file in front of the others', () => {
    const dataDir = tempFolder();
    const sealed = openSecrets({ dataDir }).seal('a');
    const file = join(dataDir, KEY_FILE);
    writeFileSync(file, `a new key\n${readFileSync(file, 'utf8')}`);
    const rotated = openSecrets({ dataDir });
    expect(rotated.open(sealed)).toBe('a');
    expect(rotated.seal('a').split('.')[1]).not.toBe(sealed.split('.')[1]);
  });

  it('never replaces an empty key file by a new key', () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, KEY_FILE), '\n');
    expect(() => openSecrets({ dataDir })).toThrow('is empty');
  });

  it('signs for one purpose, one text and one installation', () => {
    const secrets = openSecrets({ dataDir: tempFolder() });
    const signature = secrets.sign('file 7', 'files');
    expect(signature).toMatch(/^[\w.-]+$/);
    expect(secrets.verify('file 7', signature, 'files')).toBe(true);
    expect(secrets.verify('file 8', signature, 'files')).toBe(false);
    expect(secrets.verify('file 7', signature, 'tokens')).toBe(false);
    expect(openSecrets({ dataDir: tempFolder() }).verify('file 7', signature, 'files')).toBe(false);
  });

  it.each(['', '.', 'a.b', 'x'.repeat(1_000)])('takes %j for no signature', (signature) => {
    expect(openSecrets({ dataDir: tempFolder() }).verify('text', signature, 'files')).toBe(false);
  });

  it('takes a shortened or prolonged signature for none', () => {
    const secrets = openSecrets({ dataDir: tempFolder() });
    const signature = secrets.sign('text', 'files');
    for (const bent of [signature.slice(0, -2), `${signature}AA`, `${signature}.more`])
      expect(secrets.verify('text', bent, 'files')).toBe(false);
  });
});
