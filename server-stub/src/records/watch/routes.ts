import type { WriteRow } from '@crm-elements/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal } from '../../platform/auth/principal.js';
import type { Tx } from '../../platform/db/database.js';
import { serveRoute, type Answer } from '../../platform/http/serve-route.js';
import { openContext } from '../context.js';
import { crmTime } from '../../crm-dialect/time.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { parseList } from '../list/parameters.js';
import type { Context } from '../module.js';
import type { Platform } from '../platform.js';
import type { InputRow } from '../write/draft.js';
import { checkRows, idsOf } from '../write/check-rows.js';
import { changeChannel, resourcesOf, subscribe, unsubscribe } from './channels.js';
import { ChannelFault, readChannel, type ChannelInput } from './read-channel.js';

const MAX_ROWS = 100;

function answerWatch(watch: WriteRow[], good: number): Answer {
  const bad = watch.filter(({ status }) => status === 'error').length;
  return { status: bad === 0 ? good : bad < watch.length ? 207 : 400, body: { watch } };
}

const originOf = (request: FastifyRequest) => `${request.protocol}://${request.host}`;

/** Channels that tell other programs of what happens to records. */
export function serveWatch(app: FastifyInstance, platform: Platform): void {
  const { database, modules, secrets, outboundAllow: allow } = platform;
  const { db, transact } = database;

  const writeRows = async (
    principal: Principal,
    rows: InputRow[],
    complete: boolean,
    write: (tx: Tx, context: Context, input: ChannelInput) => Promise<WriteRow>,
  ): Promise<WriteRow[]> => {
    const context = await openContext(db, modules, principal);
    const answers: WriteRow[] = [];
    for (const [index, row] of checkRows(rows, MAX_ROWS).entries()) {
      try {
        const input = await readChannel(row, index, context, { complete, allow });
        answers.push(await transact((tx) => write(tx, context, input)));
      } catch (error) {
        if (!(error instanceof ChannelFault)) throw error;
        answers.push(error.row);
      }
    }
    return answers;
  };

  serveRoute(app, 'POST /crm/v8/actions/watch', async ({ principal, body, request }) => {
    const rows = await writeRows(principal, body.watch, true, (tx, context, input) =>
      subscribe(tx, context, input, secrets, originOf(request)),
    );
    return answerWatch(rows, 201);
  });

  for (const [method, complete] of [
    ['PUT', true],
    ['PATCH', false],
  ] as const) {
    serveRoute(app, `${method} /crm/v8/actions/watch`, async ({ principal, body }) => {
      const rows = await writeRows(principal, body.watch, complete, (tx, context, input) =>
        changeChannel(tx, context, input, secrets),
      );
      return answerWatch(rows, 200);
    });
  }

  serveRoute(app, 'DELETE /crm/v8/actions/watch', async ({ principal, query }) => {
    if (!query.channel_ids)
      throw new CrmFailure(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
        param_name: 'channel_ids',
      });
    const ids = idsOf(query.channel_ids);
    const context = await openContext(db, modules, principal);
    const rows = await transact(async (tx) => {
      const gone: WriteRow[] = [];
      for (const id of ids) gone.push(await unsubscribe(tx, context, id));
      return gone;
    });
    return answerWatch(rows, 200);
  });

  serveRoute(app, 'GET /crm/v8/actions/watch', async ({ principal, query }) => {
    const context = await openContext(db, modules, principal);
    const { module, channel_id, ...pages } = query;
    const { page, request } = parseList({ apiName: 'watch', sorts: [], fields: [] }, pages, false);
    const channels = await db
      .selectFrom('watch_channel')
      .selectAll()
      .where('org_id', '=', principal.orgId)
      .where('user_id', '=', principal.userId)
      .where('expiry', '>', new Date())
      .orderBy('id')
      .execute();
    const all = channels
      .filter((channel) => channel_id === undefined || channel.channel_id === channel_id)
      .flatMap((channel) =>
        resourcesOf(channel, context).map((resource) => ({
          ...resource,
          channel_expiry: crmTime(channel.expiry),
          notify_url: channel.notify_url,
          events: channel.events.filter((event) => event.startsWith(`${resource.resource_name}.`)),
          token: channel.sealed_token === null ? null : secrets.open(channel.sealed_token),
          return_affected_field_values: channel.return_values,
          notify_on_related_action: false,
          fields: null,
        })),
      )
      .filter(
        ({ resource_name: name }) => module === undefined || name.toLowerCase() === module.toLowerCase(),
      );
    const watch = all.slice(request.offset, request.offset + request.limit);
    const more = all.length > request.offset + request.limit;
    const info = { per_page: request.limit, count: watch.length, page, more_records: more };
    return watch.length ? { status: 200, body: { watch, info } } : { status: 204 };
  });
}
