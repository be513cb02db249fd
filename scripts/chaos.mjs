/**
 * `npm run chaos -- chat`: two nodes, failing links, killed processes; nothing may be lost, doubled
 * or out of order. Options: --seed, --messages (each way), --visitors, --nodes, --kills,
 * --tab-kills, --within (ms from a link's return until all is level, at p99), --redis,
 * --mutate dedupe|cursor|outbox. Ends with code 1 on any fault.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mutations } from '../tests/chaos/mutations.mjs';
import { root } from './lib/paths.mjs';

const [name, ...options] = process.argv.slice(2);
const runs = readdirSync(join(root, 'tests/chaos')).flatMap(
  (file) => /^run-(\w+)\.ts$/.exec(file)?.[1] ?? [],
);
const mutation = options[options.indexOf('--mutate') + 1];
const mutates = options.includes('--mutate');

if (!runs.includes(name)) fail(`No run ${name ?? ''}; there are: ${runs.join(', ')}.`);
if (mutates && !(mutation in mutations)) fail(`--mutate takes one of ${Object.keys(mutations).join(', ')}.`);

const hooks = new URL('../tests/chaos/register.mjs', import.meta.url).href;
const script = join(root, 'tests/chaos', `run-${name}.ts`);
const child = spawn(process.execPath, ['--import', hooks, '--conditions=source', script, ...options], {
  env: { ...process.env, ...(mutates && { CHAOS_MUTATE: mutation }) },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const [code] = await once(child, 'close');
process.exitCode = code ?? 1;

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
