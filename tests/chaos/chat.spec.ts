import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

async function run(...options: string[]): Promise<{ code: number | null; output: string }> {
  const fixed = ['--seed', '20', '--nodes', '1', '--visitors', '5', '--tab-kills', '0'];
  const child = spawn(process.execPath, [join(root, 'scripts/chaos.mjs'), 'chat', ...fixed, ...options]);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: Buffer.concat(chunks).toString() };
}

describe('chat over links that fail, on a node that is killed', () => {
  it('loses nothing, doubles nothing and keeps the order', { timeout: 90_000 }, async () => {
    // How fast it is level again says more about a busy machine than about the code.
    const { code, output } = await run('--messages', '120', '--kills', '1', '--within', '15000');
    expect(code, output).toBe(0);
    expect(output).toMatch(/^lost +0$/m);
    expect(output).toMatch(/^nodes killed +1$/m);
  });
});
