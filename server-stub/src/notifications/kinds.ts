/** What users are told of. */
export const kinds = ['record_assigned', 'task_assigned', 'workflow_failed', 'chat_missed'] as const;
export type Kind = (typeof kinds)[number];

export const isKind = (name: string): name is Kind => (kinds as readonly string[]).includes(name);

/** Whether a mail is sent too, where the user chose nothing. */
export const mailedByDefault: Readonly<Record<Kind, boolean>> = {
  record_assigned: false,
  task_assigned: false,
  workflow_failed: true,
  chat_missed: false,
};
