import { expect, test } from 'vitest';
import { startSmtp } from '../../testing/smtp.js';
import { parseAllowList } from '../outbound/index.js';
import type { Mail } from './mail.js';
import { createSmtpMailer, readSmtpUrl } from './smtp.js';

const letter: Mail = {
  orgId: '1',
  id: '1.0',
  createdAt: new Date('2026-11-22T10:00:00Z'),
  from: 'متجر',
  proved: true,
  to: { name: 'ليلى', email: 'layla@acme.test' },
  subject: 'مرحبًا بك في المتجر',
  text: 'شكرًا لزيارتك.\nÀ bientôt.',
};

function mailerTo(url: string, signIn = '') {
  const server = readSmtpUrl(url.replace('//', `//${signIn}`));
  if (!server) throw new Error(`${url} is no address of a mail server`);
  return createSmtpMailer(server, parseAllowList(['localhost']));
}

/** The words of a header as a mail program shows them (RFC 2047). */
const decodeWords = (header = '') =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?(.*?)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString())
    .replace(/=\?utf-8\?q\?(.*?)\?=/gi, (_, word: string) =>
      decodeURIComponent(word.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, '%$1')),
    );

test('a mail in Arabic arrives as it was written', async () => {
  const { url, mails } = await startSmtp();
  await mailerTo(url).send(letter);
  const [taken] = mails;
  expect(taken?.to).toEqual(['layla@acme.test']);
  expect(decodeWords(taken?.headers.get('subject'))).toBe(letter.subject);
  expect(decodeWords(taken?.headers.get('to'))).toContain('ليلى');
  const [, plain = '', html = ''] = (taken?.raw ?? '').split(/^----.*$/m);
  const body = Buffer.from(plain.slice(plain.indexOf('\r\n\r\n')), 'base64').toString();
  expect(body.replaceAll('\r\n', '\n')).toBe(letter.text);
  // Who reads it as HTML reads it from the right.
  expect(html).toContain('dir=3D"auto"');
});

test('a password goes to nobody who offers no encryption, nor to whom nobody vouches for', async () => {
  for (const without of [['STARTTLS'], []]) {
    const { url, mails, passwords } = await startSmtp(undefined, { without });
    await expect(mailerTo(url, 'crm:secret@').send(letter)).rejects.toMatchObject({ permanent: false });
    expect([...passwords, ...mails]).toEqual([]);
  }
});
