import { MailError, type Mailer } from '../../platform/mail/index.js';
import { OutboundError, outboundFetch, type AllowList } from '../../platform/outbound/index.js';
import type { Secrets } from '../../platform/secrets/index.js';
import type { Delivery } from './deliver.js';
import type { EmailPayload, WebhookPayload } from './payload.js';
import { signatureOf } from './signature.js';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 65_536;

/** By what mails and calls leave. */
export interface Sender {
  mailer: Mailer;
  secrets: Secrets;
  allow: AllowList;
}

/** Why something was not taken. */
interface SendError {
  code: string;
  message: string;
  /** Trying again makes no sense. */
  permanent: boolean;
}

/**
 * Sends what an action has made ready.
 * @param renew holds on to the delivery for another while
 * @returns why it was not taken, if it was not
 */
export function send(
  sender: Sender,
  delivery: Delivery,
  renew: () => Promise<void>,
): Promise<SendError | undefined> {
  const { payload } = delivery;
  return payload.type === 'webhook'
    ? call(sender, delivery, payload)
    : mail(sender, delivery, payload, renew);
}

const idOf = ({ run_id, position }: Delivery) => `${run_id}.${position}`;

/** To one recipient after the other; who has the mail does not get it again. */
async function mail(
  { mailer }: Sender,
  delivery: Delivery,
  payload: EmailPayload,
  renew: () => Promise<void>,
): Promise<SendError | undefined> {
  const { from, subject, text } = payload;
  let failure: SendError | undefined;
  for (const { proved, email, name } of [...payload.to]) {
    const to = { email, ...(name !== undefined && { name }) };
    const id = `${idOf(delivery)}.${Buffer.from(email.toLowerCase()).toString('base64url').slice(0, 48)}`;
    const { org_id: orgId, started_at: createdAt } = delivery;
    await renew();
    try {
      await mailer.send({ orgId, id, createdAt, from, to, subject, text, proved });
      payload.to = payload.to.filter((other) => other.email !== email);
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      // As long as one may be tried again, the action goes on.
      if (failure === undefined || failure.permanent)
        failure = { code: error.code, message: error.message, permanent: error.permanent };
    }
  }
  return failure;
}

async function call(
  { secrets, allow }: Sender,
  delivery: Delivery,
  { url, method, body }: WebhookPayload,
): Promise<SendError | undefined> {
  const headers = {
    'content-type': 'application/json',
    'x-crm-delivery-id': idOf(delivery),
    'x-crm-signature': signatureOf(secrets, delivery.org_id, body),
  };
  try {
    const { status } = await outboundFetch(url, {
      allow,
      method,
      headers,
      ...(method !== 'GET' && { body }),
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_ANSWER_BYTES,
    });
    if (status >= 200 && status < 300) return undefined;
    return { code: 'refused', message: `the address answered ${status}`, permanent: false };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const { code, message } = error;
    // What is taken is taken, however much is answered.
    if (code === 'too_large') return undefined;
    return { code, message, permanent: code === 'bad_address' || code === 'forbidden_address' };
  }
}
