import type { ActionDraft, WebhookDraft } from './action-draft.js';
import { isEmpty } from './is-empty.js';

/** What is said of the parts of an action. */
export interface CheckWords {
  missing: string;
  tooLong: string;
  badDays: string;
  badUrl: string;
}

/** A part of an action by the name that the API has for it, and what is wrong with it. */
type Fault = readonly [part: string, message: string];

/** Parts of each action that may not be left empty. */
const needed: Record<ActionDraft['type'], readonly string[]> = {
  field_update: ['field'],
  task: ['subject', 'dueInDays', 'assignTo'],
  email_alert: ['to', 'subject', 'body'],
  webhook: ['url'],
  create_record: ['module'],
};

/** Most characters of the parts that are texts. */
const longest: Readonly<Record<string, number>> = {
  subject: 255,
  description: 2_000,
  body: 10_000,
  url: 2_048,
};

const MOST_DAYS = 365;

const names: Readonly<Record<string, string>> = { dueInDays: 'due_in_days', assignTo: 'assign_to' };

/** What is wrong with an action by the API's schema; what only the server knows is not told here. */
export function checkAction(action: ActionDraft, words: CheckWords): Fault[] {
  return Object.entries(action).flatMap(([part, value]): Fault[] => {
    const message = checkPart(action, part, value, words);
    return message ? [[names[part] ?? part, message]] : [];
  });
}

function checkPart(action: ActionDraft, part: string, value: unknown, words: CheckWords): string | undefined {
  if (isEmpty(value)) return needed[action.type].includes(part) ? words.missing : undefined;
  if (typeof value === 'string' && value.length > (longest[part] ?? Infinity)) return words.tooLong;
  if (action.type === 'task' && part === 'dueInDays' && !isDayCount(value)) return words.badDays;
  if (action.type === 'webhook' && part === 'url' && !isWebAddress(action)) return words.badUrl;
  return undefined;
}

const isDayCount = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_DAYS;

/** A sign-in in the address would stand in logs: the server refuses it. */
function isWebAddress({ url }: WebhookDraft): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed !== undefined && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password;
}
