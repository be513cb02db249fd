import { resolve } from 'node:path';

/**
 * The server cannot start, and the person who starts it can mend it. `main` prints `message`
 * as one line, without a stack, and exits with `exitCode`.
 */
export class PlatformStartError extends Error {
  override readonly name = 'PlatformStartError';
  readonly exitCode = 1;
}

/** What to say when a file in the data folder cannot be made or read. */
export function dataFolderError(dataDir: string, error: unknown): PlatformStartError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new PlatformStartError(
    `data folder ${resolve(dataDir)} is not writable (${code}); set CRM_DATA_DIR to a folder that this user may write`,
  );
}
