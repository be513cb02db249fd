/** Texts of mails; a language that misses one does not compile. */
export interface Texts {
  recordAssigned(actor: string): string;
  taskAssigned(actor: string): string;
  workflowFailed(rule: string): string;
  chatMissed(visitor: string): string;
  /** The record that it is about. */
  about(name: string): string;
  open(url: string): string;
  /** Why the reader gets this. */
  footer: string;
  /** Somebody who is not a user any more. */
  somebody: string;
}
