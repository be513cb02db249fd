import { textsFor, type Texts } from '../i18n/index.js';
import type { Kind } from '../kinds.js';

/** What a mail tells. */
interface Told {
  kind: Kind;
  /** Language of the reader, `fr_FR`. */
  locale: string;
  actor: string | undefined;
  /** Of `workflow_failed` the name of the rule, of `chat_missed` that of the visitor. */
  text: string;
  module: string;
  recordId: string;
  /** Undefined when the reader may not see the record. */
  recordName: string | undefined;
}

const subjects: Record<Kind, (texts: Texts, told: Told) => string> = {
  record_assigned: (texts, { actor }) => texts.recordAssigned(actor ?? texts.somebody),
  task_assigned: (texts, { actor }) => texts.taskAssigned(actor ?? texts.somebody),
  workflow_failed: (texts, { text }) => texts.workflowFailed(text),
  chat_missed: (texts, { text }) => texts.chatMissed(text),
};

/** The mail of a notification, in the reader's language. @param recordUrl address of records, with `{module}` and `{id}` */
export function composeNotification(
  told: Told,
  recordUrl: string | undefined,
): { subject: string; text: string } {
  const texts = textsFor(told.locale);
  const subject = subjects[told.kind](texts, told);
  const url = recordUrl?.replaceAll('{module}', told.module).replaceAll('{id}', told.recordId);
  const lines = [
    `${subject}.`,
    ...(told.recordName === undefined ? [] : [texts.about(told.recordName)]),
    ...(url === undefined || told.recordName === undefined ? [] : [texts.open(url)]),
    '',
    texts.footer,
  ];
  return { subject, text: lines.join('\n') };
}
