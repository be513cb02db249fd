/** `npm run dev`: compiles and bundles what changes; the server restarts and open pages reload. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

const programs = [
  ['node_modules/typescript/bin/tsc', '-b', '-w', '--preserveWatchOutput'],
  ...(existsSync(join(root, 'rollup.config.mjs'))
    ? [['node_modules/rollup/dist/bin/rollup', '-c', '-w', '--silent', '--no-watch.clearScreen']]
    : []),
  ['--watch', '--watch-preserve-output', 'scripts/dev-server.mjs'],
];

const children = programs.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));

// One that ends takes the others along: half a watcher looks like one that works.
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ??= code ?? 1;
    stop();
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

function stop() {
  for (const child of children) child.kill();
}
