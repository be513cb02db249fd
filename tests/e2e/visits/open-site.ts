import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of one page. */
export interface Site {
  origin: string;
  stop: () => void;
}

/** Serves a page of another site with some code in it. @param code of the page, asked for whenever the page is */
export async function openSite(code: () => string): Promise<Site> {
  const server = createServer((_, answer) => {
    const html = `<!doctype html><html lang="en"><title>Outlet</title>${code()}<main>Outlet</main></html>`;
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { origin, stop: () => void server.close() };
}
