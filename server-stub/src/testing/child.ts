import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A script of the tests in a process of its own. */
export interface Child {
  process: ChildProcess;
  pid: number;
  /** What it wrote so far, both streams, line by line. */
  lines: string[];
  /** Resolves with the first line that the pattern matches, past ones included; rejects when the process ends before. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code, or null after a signal. */
  exited: Promise<number | null>;
}

/** Runs a TypeScript file of this package in a Node process of its own. */
export function runTypeScript(file: URL, args: string[] = [], env: NodeJS.ProcessEnv = process.env): Child {
  const loader = new URL('./run-typescript.mjs', import.meta.url).href;
  return runNode(['--import', loader, '--conditions=source', fileURLToPath(file), ...args], env);
}

/** Runs Node with these arguments. */
export function runNode(args: string[], env: NodeJS.ProcessEnv = process.env): Child {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => waiting.forEach((look) => look());
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      wake();
    });
  }
  let closed = false;
  const exited = once(child, 'close').then(([code]: (number | null)[]) => {
    closed = true;
    wake();
    return code ?? null;
  });
  const line = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = lines.map((text) => pattern.exec(text)).find((found) => found !== null);
        if (!match && !closed) return;
        waiting.delete(look);
        if (match) resolve(match);
        else reject(new Error(`the process ended without ${pattern}:\n${lines.join('\n')}`));
      };
      waiting.add(look);
      look();
    });
  if (child.pid === undefined) throw new Error('Node does not start');
  return { process: child, pid: child.pid, lines, line, exited };
}
