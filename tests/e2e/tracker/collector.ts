import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CollectAnswer, CollectEvent, CollectRequest } from '@crm-elements/contract';

const cdn = join(import.meta.dirname, '../../../dist/cdn');

/** A request to collect, as it came over the wire. */
export interface Collected {
  readonly request: CollectRequest;
  readonly bytes: number;
  readonly headers: IncomingMessage['headers'];
  /** Status that it was answered with. */
  readonly status: number;
}

/** A collector that records what the tracker sends and answers as a test wants. */
export class Collector {
  readonly collected: Collected[] = [];
  /** Methods and paths of everything asked for. */
  readonly asked: string[] = [];
  /** Files that are answered with 404. */
  readonly missing = new Set<string>();
  status: number | ((request: CollectRequest) => number) = 200;
  retryAfter: string | undefined;
  answer: CollectAnswer = { r: 1 };
  /** Takes what comes and never answers. */
  mute = false;
  #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests that were taken. */
  get taken(): CollectRequest[] {
    return this.collected.filter(({ status }) => status < 300).map(({ request }) => request);
  }

  /** Events that were taken, each id once, optionally of one kind. */
  events<T extends CollectEvent['t']>(kind: T): Extract<CollectEvent, { t: T }>[] {
    const all = this.taken.flatMap(({ e }) => e).filter((event) => event.t === kind);
    const known = kind === 'g' ? all : [...new Map(all.map((event) => [event.i, event])).values()];
    return known as Extract<CollectEvent, { t: T }>[];
  }

  /** How many events of a kind came, each copy counted. */
  copies(kind: CollectEvent['t']): number {
    return this.taken.flatMap(({ e }) => e).filter(({ t }) => t === kind).length;
  }

  /** Ids of the views that have ended, each once, in the order of their ends. */
  ended(): string[] {
    return [...new Set(this.events('g').flatMap(({ i, x }) => (x ? [i] : [])))];
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    this.asked.push(`${request.method} ${path}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'retry-after');
    if (path === '/v1/collect' && request.method === 'POST') await this.#collect(request, response);
    else await this.#file(path, response);
  }

  async #collect(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const collect = JSON.parse(body.toString()) as CollectRequest;
    const status = typeof this.status === 'number' ? this.status : this.status(collect);
    this.collected.push({ request: collect, bytes: body.length, headers: request.headers, status });
    if (this.mute) return;
    if (this.retryAfter !== undefined) response.setHeader('retry-after', this.retryAfter);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status < 300 ? this.answer : { code: 'refused' }));
  }

  async #file(path: string, response: ServerResponse): Promise<void> {
    try {
      if (this.missing.has(path)) throw new Error('missing');
      const body = await readFile(join(cdn, path.replace(/^\/cdn\//, '/')));
      response.writeHead(200, {
        'content-type': path.endsWith('.json') ? 'application/json' : 'text/javascript',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
}
