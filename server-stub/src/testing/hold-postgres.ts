import { startPostgres } from '../platform/postgres/index.js';

/** Run as a process: starts PostgreSQL on the folder given, says so, and stays until it is ended. */
const dataDir = process.argv[2] ?? '';
const say = (level: string) => (message: string) => void process.stdout.write(`${level} ${message}\n`);
const log = { debug: () => undefined, info: say('info'), warn: say('warn'), error: say('error') };
try {
  const postgres = await startPostgres({ dataDir, log });
  say('ready')(postgres.connectionString);
  process.once('SIGTERM', () => void postgres.stop().then(() => say('stopped')('')));
} catch (error) {
  const { name, message, exitCode } = error as Error & { exitCode?: number };
  say(name)(message);
  process.exitCode = exitCode ?? 99;
}
