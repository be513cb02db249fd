import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page of the site is made of. */
export interface SitePage {
  /** Attributes of the script tag, next to src and data-portal. */
  readonly attributes?: string;
  readonly body?: string;
  /** Script of the page before the tag; served as a file, for the policy forbids inline code. */
  readonly before?: string;
  readonly title?: string;
  readonly bundle?: string;
  /** Headers of the answer, next to the policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The whole answer, where it is no page with the tracker. */
  readonly file?: string;
}

/** A web site that embeds the tracker, on another site than the collector. */
export class Site {
  readonly pages = new Map<string, SitePage>();
  /** Paths of everything asked for. */
  readonly asked: string[] = [];
  #orders: (string | undefined)[][] = [];
  #server: Server;
  #collector: string;

  constructor(collector: string) {
    this.#collector = collector;
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      this.asked.push(pathname);
      if (pathname === '/order') {
        const order = this.#orders.shift();
        response.writeHead(order ? 200 : 204, { 'content-type': 'application/json' });
        response.end(order && JSON.stringify(order));
        return;
      }
      const script = pathname.endsWith('.before.js');
      const page = this.pages.get(script ? pathname.slice(0, -'.before.js'.length) : pathname) ?? {};
      response.writeHead(200, {
        'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8',
        'content-security-policy': this.#policy(),
        ...page.headers,
      });
      response.end(script ? page.before : (page.file ?? this.#html(pathname, page)));
    });
  }

  /** What the next page that asks is to do: the name of an order, and its value. */
  order(name: 'go' | 'back', value?: string): void {
    this.#orders.push([name, value]);
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  url(path = '/'): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  #policy(): string {
    const sources = `'self' ${this.#collector}`;
    const kinds = ['script-src', 'style-src', 'connect-src', 'img-src', 'font-src'];
    return [
      `default-src 'none'`,
      ...kinds.map((kind) => `${kind} ${sources}`),
      `require-trusted-types-for 'script'`,
      `form-action 'self'`,
    ].join('; ');
  }

  #html(
    path: string,
    { attributes = '', body = '', before, title = path, bundle = 'embed.js' }: SitePage,
  ): string {
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
${before === undefined ? '' : `<script src="${path}.before.js"></script>`}
<script async src="${this.#collector}/${bundle}" data-portal="demo-portal" ${attributes}></script>
</head><body>${body}</body></html>`;
  }
}
