/** Runs every check that is no test. The last line is `checks: N passed, N failed`. */
import { readdirSync } from 'node:fs';
import { areTheTypesWrong, publint } from './lib/packages.mjs';
import { npm, runNode, seconds } from './lib/run.mjs';

const folders = readdirSync('packages').map((name) => `packages/${name}/src`);
/** Rules of lit-analyzer whose tables know no container queries or popovers, and whose types no `nothing`. */
const outdated = [
  'no-invalid-css',
  'no-unknown-attribute',
  'no-unknown-property',
  'no-incompatible-type-binding',
  // Elements that only a part of a page needs are imported when it is drawn.
  'no-missing-import',
  // Some slots are named after a record or a list: `related-Notes`.
  'no-unknown-slot',
].flatMap((rule) => [`--rules.${rule}`, 'off']);

const checks = {
  prettier: () => tool('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  'types of tests': () => tool('node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.json'),
  eslint: () => tool('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  'lit-analyzer': () => tool('node_modules/lit-analyzer/cli.js', '--strict', ...outdated, ...folders),
  knip: () => tool('node_modules/knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'),
  publint,
  'are the types wrong': areTheTypesWrong,
  'custom-elements.json and docs': () => tool('scripts/manifest.mjs', '--check'),
  'size-limit': () => tool('node_modules/size-limit/bin.js'),
  'npm ci --dry-run': () => npm(['ci', '--dry-run']),
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const start = performance.now();
  const { code, output } = await check();
  if (code !== 0) {
    failed += 1;
    process.stdout.write(`${output}\n`);
  }
  process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds(start)})\n`);
}
process.stdout.write(`checks: ${Object.keys(checks).length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function tool(...args) {
  return runNode(args, { quiet: true });
}
