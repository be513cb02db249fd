import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm, runNode } from './run.mjs';

/** @typedef {{ code: number, output: string }} Outcome */

/** @returns {Promise<Outcome>} of publint over what npm would publish */
export function publint() {
  return eachPacked(async (path) => {
    const { publint: lint } = await import('publint');
    const { formatMessage } = await import('publint/utils');
    const { messages, pkg } = await lint({
      pack: { tarball: new Uint8Array(readFileSync(path)).buffer },
      strict: true,
    });
    return messages
      .map((message) => `${pkg.name}: ${formatMessage(message, pkg, { color: false })}`)
      .join('\n');
  });
}

/** @returns {Promise<Outcome>} of the question whether the types fit the modules, in what npm would publish */
export function areTheTypesWrong() {
  return eachPacked(async (path) => {
    const script = 'node_modules/@arethetypeswrong/cli/dist/index.js';
    const options = ['--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color'];
    const { code, output } = await runNode([script, path, ...options], { quiet: true });
    return code === 0 ? '' : output;
  });
}

const isPrivate = (name) =>
  JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).private === true;

/** Packs every public package and asks what is wrong with it; an empty answer means nothing. */
async function eachPacked(problemsOf) {
  const folder = mkdtempSync(join(tmpdir(), 'crm-packed-'));
  try {
    const names = readdirSync(join(root, 'packages'))
      .filter((name) => !isPrivate(name))
      .flatMap((name) => ['-w', `packages/${name}`]);
    const packed = await npm(['pack', '--silent', '--pack-destination', folder, ...names]);
    if (packed.code !== 0) return packed;
    const problems = [];
    for (const file of readdirSync(folder).sort()) problems.push(await problemsOf(join(folder, file)));
    const output = problems.filter(Boolean).join('\n');
    return { code: output ? 1 : 0, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
