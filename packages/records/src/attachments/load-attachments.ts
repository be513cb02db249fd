/** Defines the files, which stand below a record: its facts do not wait for them. Who cannot load them now tries again later. */
export async function loadAttachments(): Promise<void> {
  await import('./define-attachments.js').catch(() => undefined);
}
