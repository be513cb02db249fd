import type { WriteRow } from '@crm-elements/contract';
import type { Tx } from '../../platform/db/database.js';
import type { Tables } from '../../platform/db/tables.js';
import { nextId } from '../../platform/ids.js';
import type { Secrets } from '../../platform/secrets/index.js';
import { crmTime } from '../../crm-dialect/time.js';
import { rowError } from '../../crm-dialect/failure.js';
import type { Context } from '../module.js';
import type { ChannelInput } from './read-channel.js';

const MAX_CHANNELS = 100;

/** A channel as it is kept. */
export type Channel = Omit<Tables['watch_channel'], 'org_id' | 'user_id'>;

const notSubscribed = (channelId: string): WriteRow =>
  rowError('NOT_SUBSCRIBED', 'The given channel_id is not subscribed for actions-watch', {
    channel_id: channelId,
  });

/** The modules of a channel, each as a resource of the API. */
export function resourcesOf(channel: Channel, { modules }: Context) {
  const names = [...new Set(channel.events.map((event) => event.split('.')[0] ?? ''))];
  return names.flatMap((name) => {
    const module = modules.all.find(({ apiName }) => apiName === name);
    if (!module) return [];
    return {
      channel_expiry: crmTime(channel.expiry),
      resource_uri: `${channel.origin}/crm/v8/${name}`,
      resource_id: module.id,
      resource_name: name,
      channel_id: channel.channel_id,
    };
  });
}

const stored = (input: ChannelInput, secrets: Secrets) => ({
  ...(input.events && { events: input.events }),
  ...(input.notifyUrl !== undefined && { notify_url: input.notifyUrl }),
  ...(input.token !== undefined && { sealed_token: input.token === null ? null : secrets.seal(input.token) }),
  ...(input.expiry && { expiry: input.expiry }),
  ...(input.returnValues !== undefined && { return_values: input.returnValues }),
});

/** Channels are each user's own. */
const own = (tx: Tx, { access: { orgId, userId } }: Context, channelId: string) =>
  tx
    .selectFrom('watch_channel')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('user_id', '=', userId)
    .where('channel_id', '=', channelId)
    .forUpdate()
    .executeTakeFirst();

const done = (channel: Channel, context: Context, message: string): WriteRow => ({
  code: 'SUCCESS',
  details: { events: resourcesOf(channel, context) },
  message,
  status: 'success',
});

/** Opens a channel; one that is open already is set anew. */
export async function subscribe(
  tx: Tx,
  context: Context,
  input: ChannelInput,
  secrets: Secrets,
  origin: string,
): Promise<WriteRow> {
  const { orgId, userId } = context.access;
  const known = await own(tx, context, input.channelId);
  if (!known) {
    const { count } = await tx
      .selectFrom('watch_channel')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('org_id', '=', orgId)
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MAX_CHANNELS)
      return rowError('LIMIT_EXCEEDED', `at most ${MAX_CHANNELS} channels a user`, { limit: MAX_CHANNELS });
  }
  const values = {
    events: [],
    notify_url: '',
    sealed_token: null,
    expiry: new Date(),
    return_values: false,
    origin,
    ...stored(input, secrets),
  };
  const channel = await tx
    .insertInto('watch_channel')
    .values({ org_id: orgId, id: nextId(), user_id: userId, channel_id: input.channelId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'user_id', 'channel_id']).doUpdateSet(values))
    .returningAll()
    .executeTakeFirstOrThrow();
  return done(channel, context, 'Successfully subscribed for actions-watch of the given module');
}

/** Changes what the input says of a channel. */
export async function changeChannel(
  tx: Tx,
  context: Context,
  input: ChannelInput,
  secrets: Secrets,
): Promise<WriteRow> {
  const known = await own(tx, context, input.channelId);
  if (!known) return notSubscribed(input.channelId);
  if (input.deleteEvents) {
    const events = known.events.filter((event) => !input.events?.includes(event));
    if (events.length === 0) return unsubscribe(tx, context, input.channelId);
    input = { ...input, events };
  }
  const values = stored(input, secrets);
  const channel = Object.keys(values).length
    ? await tx
        .updateTable('watch_channel')
        .set(values)
        .where('org_id', '=', known.org_id)
        .where('id', '=', known.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : known;
  return done(channel, context, 'Successfully updated actions-watch of the given module');
}

/** Closes a channel with all that it has not told yet. */
export async function unsubscribe(tx: Tx, context: Context, channelId: string): Promise<WriteRow> {
  const known = await own(tx, context, channelId);
  if (!known) return notSubscribed(channelId);
  await tx
    .deleteFrom('watch_delivery')
    .where('org_id', '=', known.org_id)
    .where('channel', '=', known.id)
    .execute();
  await tx
    .deleteFrom('watch_channel')
    .where('org_id', '=', known.org_id)
    .where('id', '=', known.id)
    .execute();
  const [resource] = resourcesOf(known, context);
  return {
    code: 'SUCCESS',
    details: { ...resource, channel_id: channelId },
    message: 'Successfully un-subscribed for actions-watch',
    status: 'success',
  };
}
