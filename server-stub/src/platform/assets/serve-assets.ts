import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keepReleases } from './releases.js';

const bundles = fileURLToPath(new URL('../../../../dist/cdn/', import.meta.url));
/** Text of a bundle, as it was built; undefined where nothing was. */
export const readBundle = (name: string): string | undefined =>
  existsSync(bundles + name) ? readFileSync(bundles + name, 'utf8') : undefined;

const hashed = /-[\w-]{8,}\.js(\.map)?(\.br|\.gz)?$/;

/** Names with a hash never change; the others are asked for again after five minutes. */
const cacheControl = (path: string) =>
  hashed.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300';

/** Serves the bundles under `/cdn/`, and at the root what the snippet looks for beside itself. */
export async function serveAssets(app: FastifyInstance, dataDir: string): Promise<void> {
  if (!existsSync(bundles)) return;
  await app.register(fastifyStatic, {
    root: keepReleases(bundles, dataDir),
    prefix: '/cdn/',
    cacheControl: false,
    // The build has compressed them as well as can be.
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('access-control-allow-origin', '*');
      reply.header('cross-origin-resource-policy', 'cross-origin');
      reply.header('x-content-type-options', 'nosniff');
      reply.header('cache-control', cacheControl(path));
    },
  });
  for (const url of ['/embed.js', '/manifest.json', '/:chunk(^[a-z-]+-[\\w-]{8}\\.js$)']) {
    app.get(url, (request, reply) => reply.sendFile(request.url.slice(1).split('?')[0] ?? ''));
  }
}
