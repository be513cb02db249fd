/**
 * `npm run chaos -- chat`: two nodes, failing links, killed processes; nothing may be lost, doubled
 * or out of order. Options: --seed, --messages (each way), --visitors, --nodes, --kills,
 * --tab-kills, --redis, --mutate dedupe|cursor|outbox. Ends with code 1 on any fault.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutations } from '../tests/chaos/mutations.mjs';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

const [name, ...options] = process.argv.slice(2);
const runs = readdirSync(join(root, 'tests/chaos')).flatMap((file) => /^run-(\w+)\.ts$/.exec(file)?.[1] ?? []);
const mutation = options[options.indexOf('--mutate') + 1];
const mutates = options.includes('--mutate');

if (!runs.includes(name)) fail(`No run ${name ?? ''}; there are: ${runs.join(', ')}.`);
if (mutates && !(mutation in mutations)) fail(`--mutate takes one of ${Object.keys(mutations).join(', ')}.`);

const hooks = new URL('../tests/chaos/register.mjs', import.meta.url).href;
process.execArgv.push('--import', hooks, '--conditions=source');
const { code } = await runNode([`tests/chaos/run-${name}.ts`, ...options], {
  env: { ...(mutates && { CHAOS_MUTATE: mutation }) },
});
process.exitCode = code;

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
