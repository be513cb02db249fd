import { createTransport } from 'nodemailer';
import { isIP } from 'node:net';
import { connectCheck, OutboundError, type AllowList } from '../outbound/index.js';
import { compose, isAddress } from './compose.js';
import { MailError, type Mailer } from './mail.js';

const TIMEOUT_MS = 8_000;

/** What `SMTP_URL` says: `smtps://user:password@mail.test:465?from=crm@acme.test`. */
interface SmtpServer {
  host: string;
  port: number;
  secure: boolean;
  auth?: { user: string; pass: string };
  /** Address of the sender: `from` of the address, else its user, else `crm@` its host. */
  sender: string;
}

/** Undefined when the text is no address of a mail server. */
export function readSmtpUrl(text: string): SmtpServer | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  if ((!secure && url.protocol !== 'smtp:') || url.hostname === '') return undefined;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const [user, pass] = [decode(url.username), decode(url.password)];
  if (user === undefined || pass === undefined) return undefined;
  const sender = url.searchParams.get('from') ?? (isAddress(user) ? user : `crm@${host}`);
  if (!isAddress(sender)) return undefined;
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(user !== '' && { auth: { user, pass } }),
    sender,
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Sends by a mail server, whose address is resolved and checked for each mail. */
export const createSmtpMailer = (server: SmtpServer, allow: AllowList): Mailer => ({
  async send(mail) {
    const message = compose(mail, server.sender);
    try {
      const { address } = await connectCheck(server.host, allow);
      const transport = createTransport({
        host: address,
        port: server.port,
        secure: server.secure,
        // A password never goes over a line that others can read.
        ...(server.auth && { auth: server.auth, requireTLS: true }),
        ...(isIP(server.host) === 0 && { tls: { servername: server.host } }),
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
      });
      await transport.sendMail(message);
    } catch (error) {
      throw toMailError(error);
    }
  },
});

interface SmtpError {
  responseCode?: number;
  code?: string;
  command?: string;
}

function toMailError(error: unknown): MailError {
  if (error instanceof OutboundError) return new MailError('unreachable', error.message, false);
  const { responseCode, code = '', command = '' } = error as SmtpError;
  if (responseCode === undefined)
    return new MailError('unreachable', `the mail server cannot be reached (${code})`, false);
  if (responseCode >= 500 && command === 'RCPT TO')
    return new MailError('recipient_refused', `the address was refused (${responseCode})`, true);
  // A refused sign-in or sender is a matter of the settings: it may be put right.
  const permanent = responseCode >= 500 && code === 'EMESSAGE';
  return new MailError('refused', `the mail server refused it (${responseCode})`, permanent);
}
