/** Defines the card, which nobody waits for before the first look. Who cannot load it now tries again later. */
export async function loadCard(): Promise<void> {
  await import('./define-card.js').catch(() => undefined);
}
