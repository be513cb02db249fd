/** `npm run bench -- <name>` runs bench/<name>/index.mjs; without a name, all of them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const all = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.mjs')));
const [asked] = process.argv.slice(2);

if (asked !== undefined && !all.includes(asked)) {
  process.stderr.write(`No bench ${asked}; there are: ${all.join(', ') || 'none'}.\n`);
  process.exit(1);
}

for (const name of asked === undefined ? all : [asked]) {
  process.stdout.write(`--- ${name}\n`);
  const { default: bench } = await import(`./${name}/index.mjs`);
  await bench();
}
