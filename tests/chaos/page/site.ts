import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { mutate } from '../mutations.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const imports = {
  '@crm-elements/core': '/packages/core/src/index.js',
  idb: '/node_modules/idb/build/index.js',
  ky: '/node_modules/ky/distribution/index.js',
  'socket.io-client': '/node_modules/socket.io-client/dist/socket.io.esm.min.js',
};
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat</title>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module" src="/tests/chaos/page/main.js"></script>`;
const options = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  useDefineForClassFields: false,
};

export interface Site {
  origin: string;
  close(): void;
}

/** A site whose page is a visitor's chat, made of the sources as they are. @param tokens by visitor */
export async function startSite(tokens: Map<string, string>): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site.test');
    if (pathname === '/') return response.setHeader('content-type', 'text/html').end(html);
    if (pathname === '/token') return response.end(tokens.get(searchParams.get('visitor') ?? ''));
    const script = readScript(pathname);
    if (script === undefined) return response.writeHead(404).end();
    return response.setHeader('content-type', 'text/javascript').end(script);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const compiled = new Map<string, string>();

function readScript(path: string): string | undefined {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const source = `${root}${path.slice(1).replace(/\.js$/, '.ts')}`;
  if (path.startsWith('/node_modules/'))
    return existsSync(root + path) ? readFileSync(root + path, 'utf8') : undefined;
  if (!existsSync(source)) return undefined;
  const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions: options });
  const text: string = mutate(source, outputText, process.env.CHAOS_MUTATE);
  compiled.set(path, text);
  return text;
}
