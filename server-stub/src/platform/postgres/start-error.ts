/**
 * The server cannot start, and the person who starts it can mend it. `main` prints `message`
 * as one line, without a stack, and exits with `exitCode`.
 */
export class PlatformStartError extends Error {
  override readonly name = 'PlatformStartError';
  readonly exitCode = 1;
}
