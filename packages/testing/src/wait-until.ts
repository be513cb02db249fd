/** What a test waits for comes in a moment; on a busy machine a moment is long, ms. */
const TIMEOUT = 10_000;
const INTERVAL = 10;

/** Waits until a condition holds. @param message what was waited for @throws {Error} when it does not come to hold */
export async function waitUntil(predicate: () => unknown, message = 'the condition holds'): Promise<void> {
  const called = new Error(`Timed out waiting until ${message}`);
  const end = Date.now() + TIMEOUT;
  while (!(await predicate())) {
    if (Date.now() > end) throw called;
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
