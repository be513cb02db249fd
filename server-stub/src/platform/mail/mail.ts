/** An automatic mail to one person. */
export interface Mail {
  orgId: string;
  /** The same for each try of one mail: letters, digits, dots and dashes. */
  id: string;
  /** The same for each try. */
  createdAt: Date;
  /** Name of the sender; the address is the server's. */
  from: string;
  to: { name?: string; email: string };
  subject: string;
  text: string;
  /** The address is known to be the recipient's own; mail to others is capped. */
  proved: boolean;
}

type MailFailure =
  /** What is given is no address. */
  | 'bad_address'
  /** The address is on the suppression list. */
  | 'suppressed'
  /** The address had enough mails today. */
  | 'capped'
  /** The recipient's address does not exist, says its server. */
  | 'recipient_refused'
  /** The mail server refused it, for good or for now. */
  | 'refused'
  /** The mail server cannot be reached. */
  | 'unreachable';

/** Why a mail was not sent. */
export class MailError extends Error {
  override readonly name = 'MailError';
  constructor(
    readonly code: MailFailure,
    message: string,
    /** Trying again makes no sense. */
    readonly permanent: boolean,
  ) {
    super(message);
  }
}

/** Sends mails, or keeps them. */
export interface Mailer {
  /** May be called again for the same mail. @throws MailError */
  send(mail: Mail): Promise<void>;
}
