import { createTransport } from 'nodemailer';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { compose } from './compose.js';
import type { Mail, Mailer } from './mail.js';

/** A mail as the folder keeps it. */
export interface KeptMail {
  id: string;
  to: Mail['to'];
  subject: string;
  text: string;
  sentAt: string;
}

/** Keeps mails as files instead of sending them. */
export interface FolderMailer extends Mailer {
  /** Mails of an organization, newest first. */
  list(orgId: string, limit: number): Promise<KeptMail[]>;
}

const SENDER = 'crm@localhost.test';

/**
 * Writes each mail to `<folder>/<organization>/<time>-<id>.eml`, as it would have been sent; beside it lies what is
 * shown of it. The same mail again gets the same name, so it is there once.
 */
export function createFolderMailer(folder: string): FolderMailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(compose(mail, SENDER));
      const own = join(folder, mail.orgId);
      await mkdir(own, { recursive: true, mode: 0o700 });
      const sentAt = mail.createdAt.toISOString();
      const path = join(own, `${sentAt.replace(/\W/g, '')}-${mail.id.replace(/[^\w.-]/g, '')}`);
      const kept: KeptMail = { id: mail.id, to: mail.to, subject: mail.subject, text: mail.text, sentAt };
      await writeAtOnce(`${path}.json`, JSON.stringify(kept));
      await writeAtOnce(`${path}.eml`, message as Buffer);
    },
    async list(orgId, limit) {
      const own = join(folder, orgId);
      const names = (await readdir(own).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
      const newest = names.reverse().slice(0, limit);
      return Promise.all(
        newest.map(
          async (name) =>
            JSON.parse(await readFile(join(own, name.replace(/eml$/, 'json')), 'utf8')) as KeptMail,
        ),
      );
    },
  };
}

/** Under the name is either the whole file or nothing. */
async function writeAtOnce(path: string, content: string | Buffer): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, path);
}
