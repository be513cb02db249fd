/** A mail that is ready to be sent to each of its recipients. */
export interface EmailPayload {
  type: 'email_alert';
  from: string;
  /** Those who have it already are taken away. */
  to: { email: string; name?: string; proved: boolean; recordId?: string }[];
  subject: string;
  text: string;
}

/** A call that is ready to be made. */
export interface WebhookPayload {
  type: 'webhook';
  url: string;
  method: string;
  body: string;
}

/** What an action sends: made once, so that each try sends the same. */
export type Payload = EmailPayload | WebhookPayload;
