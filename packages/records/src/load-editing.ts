/** Defines the elements of forms, which readers do not wait for. Who cannot load them now tries again later. */
export async function loadEditing(): Promise<void> {
  await import('./define-editing.js').catch(() => undefined);
}
