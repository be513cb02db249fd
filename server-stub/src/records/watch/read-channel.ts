import type { WriteRow } from '@crm-elements/contract';
import { connectCheck, OutboundError, type AllowList } from '../../platform/outbound/index.js';
import { rowError } from '../../crm-dialect/failure.js';
import { readInstant } from '../fields/index.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Context } from '../module.js';
import type { InputRow } from '../write/draft.js';

const WEEK_MS = 7 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const TOKEN_LENGTH = 50;
const URL_LENGTH = 2_048;

/** What a request says of a channel; what it does not say is absent. */
export interface ChannelInput {
  channelId: string;
  events?: string[];
  notifyUrl?: string;
  token?: string | null;
  expiry?: Date;
  returnValues?: boolean;
  /** The events are to be taken away, not set. */
  deleteEvents: boolean;
}

/** What is wrong with a row. */
export class ChannelFault extends Error {
  constructor(readonly row: WriteRow) {
    super(row.message);
  }
}

/**
 * Reads a row of a request.
 * @param complete whether what a channel needs has to be there
 * @throws ChannelFault
 */
export async function readChannel(
  row: InputRow,
  index: number,
  context: Context,
  { complete, allow }: { complete: boolean; allow: AllowList },
): Promise<ChannelInput> {
  const at = (name: string) => ({ api_name: name, json_path: `$.watch[${index}].${name}` });
  const invalid = (name: string, details: Record<string, unknown> = {}, message = 'invalid data') =>
    new ChannelFault(rowError('INVALID_DATA', message, { ...details, ...at(name) }));
  const given = (name: string, needed: boolean): unknown => {
    const value = row[name] ?? undefined;
    if (value === undefined && needed)
      throw new ChannelFault(rowError('MANDATORY_NOT_FOUND', 'required field not found', at(name)));
    return value;
  };

  const channel = given('channel_id', true);
  const channelId = typeof channel === 'number' && Number.isSafeInteger(channel) ? String(channel) : channel;
  if (typeof channelId !== 'string' || !isId(channelId))
    throw invalid('channel_id', { expected_data_type: 'bigint' });
  if (given('notification_condition', false) !== undefined)
    throw new ChannelFault(
      rowError(
        'NOT_SUPPORTED',
        'conditions of notifications are not supported',
        at('notification_condition'),
      ),
    );
  const events = readEvents(given('events', complete), context);
  if (events === null) throw invalid('events', { expected_data_type: 'jsonarray' });
  const url = given('notify_url', complete);
  if (url !== undefined) {
    const reason = await refusal(url, allow);
    if (reason !== undefined) throw invalid('notify_url', { expected_data_type: 'url', reason });
  }
  const token = given('token', false);
  if (
    token !== undefined &&
    (typeof token !== 'string' || token.includes('\0') || token.length > TOKEN_LENGTH)
  )
    throw invalid('token', { maximum_length: TOKEN_LENGTH });
  const expiry = readExpiry(given('channel_expiry', false), complete);
  if (expiry === null)
    throw invalid('channel_expiry', { expected_data_type: 'datetime', maximum: 'one week' });
  const returnValues = given('return_affected_field_values', false);
  if (returnValues !== undefined && typeof returnValues !== 'boolean')
    throw invalid('return_affected_field_values', { expected_data_type: 'boolean' });
  return {
    channelId,
    ...(events && { events }),
    ...(url !== undefined && { notifyUrl: url as string }),
    ...(complete ? { token: token ?? null } : token !== undefined && { token }),
    ...(expiry && { expiry }),
    ...(complete ? { returnValues: returnValues ?? false } : returnValues !== undefined && { returnValues }),
    deleteEvents: row._delete_events === true,
  };
}

/** Events by the module's own name; null where one is unknown or may not be seen. */
function readEvents(value: unknown, { modules, access }: Context): string[] | undefined | null {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length === 0 || value.length > 100) return null;
  const events = value.map((event: unknown) => {
    const [, name = '', operation] =
      /^(\w+)\.(create|edit|delete|all)$/.exec(typeof event === 'string' ? event : '') ?? [];
    const module = modules.all.find(
      ({ apiName, writable }) => writable && apiName.toLowerCase() === name.toLowerCase(),
    );
    return module && access.may(module.apiName, 'view') ? `${module.apiName}.${operation}` : undefined;
  });
  return events.includes(undefined) ? null : [...new Set(events as string[])];
}

/** An hour when nothing is said, a week at most. */
function readExpiry(value: unknown, complete: boolean): Date | undefined | null {
  if (value === undefined) return complete ? new Date(Date.now() + HOUR_MS) : undefined;
  const expiry = typeof value === 'string' ? readInstant(value) : undefined;
  const left = expiry ? expiry.getTime() - Date.now() : 0;
  // A client's clock may be a minute ahead.
  return expiry && left > 0 && left <= WEEK_MS + 60_000 ? expiry : null;
}

/** Why an address may not be told anything. One that cannot be found now may be there later. */
async function refusal(url: unknown, allow: AllowList): Promise<string | undefined> {
  if (typeof url !== 'string' || url.length > URL_LENGTH || !URL.canParse(url)) return 'bad_address';
  const { protocol, hostname, username, password } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || username || password) return 'bad_address';
  try {
    await connectCheck(hostname, allow);
    return undefined;
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return error.code === 'forbidden_address' ? error.code : undefined;
  }
}
