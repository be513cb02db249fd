import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutate } from './mutations.mjs';

/** A node that was killed must be back soon: what was compiled once is kept. */
const cache = join(tmpdir(), `crm-chaos-compiled-${userInfo().uid}`);
mkdirSync(cache, { recursive: true });

/** Changes modules on their way into the process; comes before the hooks that compile. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const source = mutate(url, await compile(url, context, next), process.env.CHAOS_MUTATE);
  return { format: 'module', source, shortCircuit: true };
}

async function compile(url, context, next) {
  const written = readFileSync(fileURLToPath(url));
  const kept = join(cache, createHash('sha256').update(url).update(written).digest('hex'));
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const source = String((await next(url, context)).source);
  writeFileSync(`${kept}.${process.pid}`, source);
  renameSync(`${kept}.${process.pid}`, kept);
  return source;
}
