import { join } from 'node:path';
import type { Database } from '../db/database.js';
import type { AllowList } from '../outbound/index.js';
import type { Settings } from '../settings.js';
import { createFolderMailer, type FolderMailer } from './folder.js';
import { withLimits } from './limits.js';
import type { Mailer } from './mail.js';
import { createSmtpMailer, readSmtpUrl } from './smtp.js';

export type { FolderMailer } from './folder.js';
export { removeOldAdmissions } from './limits.js';
export { MailError, type Mailer } from './mail.js';
export { mailMigrations } from './migrations.js';
export { liftSuppression, listSuppressions } from './suppression.js';

/** How mails leave the backend. */
export interface Mailing {
  mailer: Mailer;
  /** Where mails are kept when there is no mail server. */
  folder?: FolderMailer;
}

/** By the mail server of `SMTP_URL`; without one, into the folder `mail` of the data folder. */
export function createMailing(settings: Settings, database: Database, allow: AllowList): Mailing {
  const server = settings.smtpUrl === undefined ? undefined : readSmtpUrl(settings.smtpUrl);
  if (server) return { mailer: withLimits(database, createSmtpMailer(server, allow)) };
  const folder = createFolderMailer(join(settings.dataDir, 'mail'));
  return { mailer: withLimits(database, folder), folder };
}
