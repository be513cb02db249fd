import type { EmbedCode } from '@crm-elements/contract';
import { randomUUID } from 'node:crypto';
import { findOrgName, findPeople } from '../../identity/index.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Db } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { MailError, type Mailer } from '../../platform/mail/index.js';
import { textsFor } from './i18n/index.js';

interface Letter {
  code: EmbedCode;
  to: string[];
  note: string | undefined;
}

/**
 * Mails a code and how to paste it, in the language of the sender.
 * @returns how many mails left
 * @throws Failure rate_limited, invalid_input, unavailable when none of them could leave
 */
export async function sendCode(
  db: Db,
  mailer: Mailer,
  principal: Principal,
  { code, to, note }: Letter,
): Promise<number> {
  const { orgId, userId } = principal;
  const sender = (await findPeople(db, orgId, [userId])).get(userId);
  const texts = textsFor(sender?.locale ?? 'en');
  const organization = await findOrgName(db, orgId);
  const mail = {
    orgId,
    createdAt: new Date(),
    from: organization,
    subject: texts.subject(organization),
    text: texts.letter({ sender: sender?.name ?? organization, site: code.name, code: code.code, note }),
    proved: false,
  };
  const outcomes = await Promise.allSettled(
    [...new Set(to)].map((email) => mailer.send({ ...mail, id: `embed.${randomUUID()}`, to: { email } })),
  );
  const sent = outcomes.filter(({ status }) => status === 'fulfilled').length;
  const [failed] = outcomes.filter((outcome) => outcome.status === 'rejected');
  if (sent === 0 && failed) throw toFailure(failed.reason);
  return sent;
}

function toFailure(error: unknown): unknown {
  if (!(error instanceof MailError)) return error;
  if (error.code === 'capped')
    return new Failure(429, 'rate_limited', { detail: 'This address had enough mails today.' });
  if (error.permanent)
    return new Failure(400, 'invalid_input', {
      detail: 'The mail cannot be sent to this address.',
      errors: [{ path: '/to/0', message: error.message }],
    });
  return new Failure(503, 'unavailable', { detail: 'The mail cannot be sent now; try again later.' });
}
