import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createPipe, type Pipe } from './pipe.js';

/** Ways in which a link fails. */
export const cutKinds = ['reset', 'fin', 'one-way', 'delay', 'handshake'] as const;
export type CutKind = (typeof cutKinds)[number];

interface Passing {
  client: Socket;
  server: Socket;
  up: Pipe;
  down: Pipe;
}

interface Options {
  /** Port of a node that takes connections now. */
  target: () => number | undefined;
  /** Whether the answer to a message just sent gets lost. */
  loseAnswer: () => boolean;
}

/** Delay of each packet towards the client, ms. */
const DELAY_MS = 3_000;
const HEADERS_END = '\r\n\r\n';
const isMessage = (head: string) => /^POST \/v1\/conversations(\/\d+\/messages)? /.test(head);
const isUpgrade = (head: string) => /^upgrade: websocket\r$/im.test(head);

/** A TCP proxy between one person and the nodes. */
export interface Link {
  port: number;
  /** Fails in this way until it is mended. @param upwards for one-way: which way nothing passes */
  cut(kind: CutKind, upwards: boolean): void;
  mend(): void;
  /** Whether a connection of this person goes to this node. */
  leadsTo(port: number): boolean;
  lostAnswers(): number;
  close(): void;
}

export async function openLink({ target, loseAnswer }: Options): Promise<Link> {
  const passing = new Set<Passing>();
  let cut: { kind: CutKind; upwards: boolean } | undefined;
  let lostAnswers = 0;

  const impair = ({ up, down }: Passing) => {
    if (cut?.kind === 'one-way') (cut.upwards ? up : down).hold();
    if (cut?.kind === 'delay') down.slow(DELAY_MS);
  };

  function accept(client: Socket): void {
    client.on('error', () => undefined);
    const port = target();
    if (cut?.kind === 'reset' || port === undefined) return void client.resetAndDestroy();
    if (cut?.kind === 'fin') return void client.end();
    const server = connect(port, '127.0.0.1').on('error', () => client.resetAndDestroy());
    const one: Passing = { client, server, up: createPipe(server), down: createPipe(client) };
    passing.add(one);
    impair(one);
    let losing = false;
    let closing = false;
    client.on('data', (data: Buffer) => {
      const head = data.toString('latin1', 0, 2_000);
      losing ||= isMessage(head) && loseAnswer();
      closing ||= cut?.kind === 'handshake' && isUpgrade(head);
      one.up.send(data);
    });
    server.on('data', (data: Buffer) => {
      if (losing) {
        lostAnswers++;
        client.resetAndDestroy();
        server.destroy();
      } else if (closing) {
        client.end(data.subarray(0, data.indexOf(HEADERS_END) + HEADERS_END.length));
        server.destroy();
      } else one.down.send(data);
    });
    client.on('end', () => one.up.send('end'));
    server.on('end', () => one.down.send('end'));
    client.on('close', () => {
      passing.delete(one);
      server.destroy();
    });
    // What was on its way still arrives; a reset does not wait.
    server.on('close', (hadError) => (hadError ? client.resetAndDestroy() : one.down.send('end')));
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, accept);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut(kind, upwards) {
      cut = { kind, upwards };
      for (const one of passing) {
        if (kind === 'reset') one.client.resetAndDestroy();
        else if (kind === 'fin' || kind === 'handshake') one.client.end();
        else impair(one);
        if (kind === 'reset' || kind === 'fin' || kind === 'handshake') one.server.destroy();
      }
    },
    mend() {
      cut = undefined;
      for (const { up, down } of passing) {
        up.letGo();
        down.letGo();
      }
    },
    leadsTo: (port) => [...passing].some(({ server: { remotePort } }) => remotePort === port),
    lostAnswers: () => lostAnswers,
    close() {
      server.close();
      for (const { client } of passing) client.destroy();
    },
  };
}
