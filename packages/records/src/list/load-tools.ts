/** Defines the elements of selections and filters, which readers do not wait for. Who cannot load them tries again later. */
export async function loadTools(): Promise<void> {
  await import('./define-tools.js').catch(() => undefined);
}
