import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A mail that the mail server took. */
export interface TakenMail {
  from: string;
  to: string[];
  /** As it came over the wire. */
  raw: string;
  headers: Map<string, string>;
}

interface Options {
  /** Commands that the server does not know. */
  without?: string[];
}

/**
 * A real mail server in this process; it ends with the test. Its certificate is one that nobody vouches for.
 * @param refuse the status of its answer to a recipient, if it refuses one
 */
export async function startSmtp(
  refuse: (address: string) => number | undefined = () => undefined,
  { without = ['STARTTLS', 'AUTH'] }: Options = {},
): Promise<{ url: string; mails: TakenMail[]; passwords: string[] }> {
  const mails: TakenMail[] = [];
  const passwords: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: without,
    onAuth({ password }, _session, done) {
      passwords.push(password ?? '');
      done(null, { user: 'crm' });
    },
    onRcptTo({ address }, _session, done) {
      const status = refuse(address);
      done(status === undefined ? null : Object.assign(new Error('not here'), { responseCode: status }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, headers: headersOf(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://localhost:${port}?from=crm@acme.test`, mails, passwords };
}

function headersOf(raw: string): Map<string, string> {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}
