/** Defines the elements of rings and prompts, which readers do not wait for. Who cannot load them tries again later. */
export async function loadOnline(): Promise<void> {
  await import('./define-online.js').catch(() => undefined);
}
