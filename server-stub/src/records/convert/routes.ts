import type { FastifyInstance } from 'fastify';
import { serveRoute } from '../../platform/http/serve-route.js';
import { checkMay, openModule } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Platform } from '../platform.js';
import { pathId } from '../path-id.js';
import { answerRows } from '../write/answers.js';
import { ConversionRefused, convertLead, type Conversion } from './convert-lead.js';

function checkIds({ Accounts, Contacts, assign_to }: Conversion): void {
  for (const [name, given] of Object.entries({ Accounts, Contacts, assign_to }))
    if (given && !isId(given.id))
      throw new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', {
        api_name: 'id',
        json_path: `$.data[0].${name}.id`,
      });
}

/** Lead conversion: all of it, or nothing. */
export function serveConversion(
  app: FastifyInstance,
  { database: { db, transact }, modules }: Platform,
): void {
  serveRoute(app, 'POST /crm/v8/Leads/:id/actions/convert', async ({ params, body, principal, request }) => {
    const context = await openModule(db, modules, principal, 'Leads', 'edit');
    const id = pathId(params.id);
    const given: Conversion = body.data[0] ?? {};
    checkIds(given);
    for (const name of ['Accounts', 'Contacts', ...(given.Deals ? ['Deals'] : [])])
      checkMay(context.access, context.modules.find(name), 'create');
    try {
      const row = await transact((tx) => convertLead(tx, context, id, given));
      return answerRows([row], 200, request.url);
    } catch (error) {
      if (!(error instanceof ConversionRefused)) throw error;
      return answerRows([error.row], 200, request.url);
    }
  });
}
