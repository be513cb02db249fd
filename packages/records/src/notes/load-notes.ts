/** Defines the notes, which stand below a record: its facts do not wait for them. Who cannot load them now tries again later. */
export async function loadNotes(): Promise<void> {
  await import('./define-notes.js').catch(() => undefined);
}
