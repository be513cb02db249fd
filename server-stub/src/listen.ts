import type { App } from './app.js';
import { PlatformStartError } from './platform/postgres/index.js';
import { SettingsError, type Settings } from './platform/settings.js';

interface Composed {
  app: App;
  settings: Settings;
}

function explain(error: unknown): string {
  const { code, port, address, message } = error as Error & {
    code?: string;
    port?: number;
    address?: string;
  };
  if (error instanceof SettingsError || error instanceof PlatformStartError) return message;
  if (code === 'EADDRINUSE') return `Port ${port} on ${address} is in use; set PORT to another one.`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be used by this user; set PORT to one above 1023.`;
  return `Cannot start: ${message}`;
}

function fail(error: unknown): void {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/**
 * Composes, listens, prepares; stops in order on SIGTERM and SIGINT. A start that cannot succeed
 * prints one clear line and ends the process with code 1.
 */
export async function listen(compose: () => Promise<Composed>): Promise<Composed | undefined> {
  let composed: Composed;
  try {
    composed = await compose();
  } catch (error) {
    fail(error);
    return undefined;
  }
  const { app, settings } = composed;
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= app.close().catch(fail));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  try {
    await app.http.listen({ port: settings.port, host: settings.host });
    await app.start();
  } catch (error) {
    // Who is asked to stop while it starts has no start that fails.
    if (!stopping) fail(error);
    await stop();
    return undefined;
  }
  app.log.info({ port: settings.port }, 'ready');
  return composed;
}
