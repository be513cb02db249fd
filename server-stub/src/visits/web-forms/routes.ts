import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Principal } from '../../platform/auth/principal.js';
import type { Database, Tx } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { createRateLimit } from '../../platform/http/rate-limit.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { findField, openContext, type Context, type Modules } from '../../records/index.js';
import type { Greet } from '../greet.js';
import { requireSetup } from '../setup/rights.js';
import { findVisit } from './find-visit.js';
import { FORMER_ID } from './former-form.js';
import { HONEYPOT } from './form-html.js';
import { findForms, toWebForm, type FormRow } from './read-forms.js';
import { readPlainForm } from './read-plain-form.js';
import { submit } from './submit.js';
import { thanksPage } from './thanks-page.js';
import { checkForm, deleteForm, embedPortal, insertForm, updateForm } from './write-form.js';

interface Options {
  database: Database;
  modules: Modules;
  greet: Greet;
}

const limits = {
  address: createRateLimit(60, 60, 'forms from this address'),
  form: createRateLimit(600, 60, 'submissions of this form'),
};

const originOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`;
const missing = () => new Failure(404, 'not_found', { detail: 'There is no such web form.' });

/** Forms on sites: made by those who set up the integration, filled in by everybody. */
export function serveWebForms(app: FastifyInstance, { database, modules, greet }: Options): void {
  const { db, transact } = database;

  const byKey = async (key: string): Promise<FormRow> => {
    const [form] = await findForms(db, sql`f.key = ${key}`);
    if (!form) throw missing();
    return form;
  };
  const answer = async ({ orgId }: Principal, id: string, request: FastifyRequest) => {
    const [form] = await findForms(db, sql`f.org_id = ${orgId} and f.id = ${id}`);
    if (!form) throw missing();
    return toWebForm(form, originOf(request));
  };
  const write = async <T>(
    principal: Principal,
    work: (tx: Tx, context: Context) => Promise<T>,
  ): Promise<T> => {
    await requireSetup(db, principal);
    return transact(async (tx) => work(tx, await openContext(tx, modules, principal)));
  };

  serveRoute(app, 'GET /v1/web-forms', async ({ principal, request }) => {
    await requireSetup(db, principal);
    const forms = await findForms(db, sql`f.org_id = ${principal.orgId}`);
    return { status: 200, body: { data: forms.map((form) => toWebForm(form, originOf(request))) } };
  });

  serveRoute(app, 'POST /v1/web-forms', async ({ principal, body, request }) => {
    const id = await write(principal, async (tx, context) => {
      await checkForm(tx, context, body);
      await embedPortal(tx, principal.orgId, body);
      return insertForm(tx, principal, body);
    });
    return { status: 201, body: await answer(principal, id, request) };
  });

  serveRoute(app, 'PUT /v1/web-forms/:id', async ({ principal, params, body, request }) => {
    await write(principal, async (tx, context) => {
      await checkForm(tx, context, body);
      await embedPortal(tx, principal.orgId, body);
      await updateForm(tx, principal.orgId, params.id, body);
    });
    return { status: 200, body: await answer(principal, params.id, request) };
  });

  serveRoute(app, 'DELETE /v1/web-forms/:id', async ({ principal, params }) => {
    await write(principal, (tx) => deleteForm(tx, principal.orgId, params.id));
    return { status: 204 };
  });

  serveRoute(app, 'GET /v1/web-forms/:key/description', async ({ params }) => {
    const form = await byKey(params.key);
    const module = (await modules.of(db, form.org_id)).find(form.module);
    const fields = form.fields.flatMap((asked) => {
      const field = findField(module, asked.api_name);
      return field ? [{ ...asked, data_type: field.dataType, options: [...(field.pickList ?? [])] }] : [];
    });
    return {
      status: 200,
      body: { name: form.name, fields, return_url: form.return_url, portal_key: form.portal_key },
    };
  });

  /** The visitor of the page, where the form is tracked and the page has the code. */
  const visitorOf = async (form: FormRow, ids: { u?: string; s?: string }, request: FastifyRequest) => {
    if (form.portal_key === null || ids.u === undefined || ids.s === undefined) return undefined;
    // A portal that is switched off, or another site, must not cost the lead.
    const greeted = await greet({ k: form.portal_key, u: ids.u, s: ids.s }, request).catch(
      (error: unknown) => {
        if (error instanceof Failure && error.status === 403) return undefined;
        throw error;
      },
    );
    return greeted && { orgId: form.org_id, visitorId: greeted.visitorId, visitId: greeted.visitId };
  };
  const admit = async (form: FormRow, request: FastifyRequest) => {
    await limits.address(request.ip);
    await limits.form(form.id);
  };

  serveRoute(app, 'POST /v1/web-forms/:key/submissions', async ({ params, body, request }) => {
    const form = await byKey(params.key);
    await admit(form, request);
    const { [HONEYPOT]: trap = '', ...values } = body.values;
    if (trap === '') {
      const visitor = await visitorOf(form, body, request);
      await submit(database, modules, form, { clientId: body.client_id, values, visitor });
    }
    return { status: 201, body: { return_url: form.return_url } };
  });

  const takePlain = async (form: FormRow, body: Record<string, string>, request: FastifyRequest) => {
    await admit(form, request);
    const { isTrapped, visitor: id, values } = readPlainForm(body);
    if (!isTrapped) {
      // Without it the tracker, which hears of a form that is tracked, ties the visit to the record.
      const visitor = id === undefined ? undefined : await findVisit(db, form, id);
      await submit(database, modules, form, { clientId: randomUUID(), values, visitor });
    }
    if (form.return_url !== null)
      return { status: 303, headers: { location: form.return_url, 'content-type': 'text/plain' }, body: '' };
    return thanksPage(request.headers['accept-language']);
  };

  serveRoute(app, 'POST /v1/web-forms/:key', async ({ params, body, request }) =>
    takePlain(await byKey(params.key), body, request),
  );

  for (const route of ['POST /crm/WebToLeadForm', 'POST /crm/WebToContactForm'] as const)
    serveRoute(app, route, async ({ body, request }) => {
      const [form] = await findForms(db, sql`f.former_code = ${body[FORMER_ID] ?? ''}`);
      if (!form) throw missing();
      return takePlain(form, body, request);
    });
}
