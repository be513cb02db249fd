import type { CustomViewInput, WriteRow } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../platform/auth/principal.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { nextId } from '../../platform/ids.js';
import { openModule, type ModuleContext } from '../context.js';
import type { Platform } from '../platform.js';
import { moduleParameter } from '../settings/read-routes.js';
import {
  answerSettings,
  done,
  duplicateSetting,
  isTaken,
  settingRows,
  SettingFault,
} from '../settings/setting-rows.js';
import { describeView } from './describe-view.js';
import { readView } from './read-view.js';
import { readViews, removeView, saveView } from './store.js';
import type { View } from './view.js';

/** Views that people may make for one module. */
const MAX_VIEWS = 100;

const empty = (): View => ({
  id: nextId(),
  name: '',
  systemName: null,
  default: false,
  criteria: undefined,
  fields: null,
  accessType: 'only_to_me',
});

/** What others see is for those who customize modules. @throws SettingFault */
function checkShares({ access }: ModuleContext, view: View): void {
  if (view.accessType === 'public' && !access.has('customize'))
    throw new SettingFault(
      'NOT_ALLOWED',
      'views for everybody need the right to customize modules',
      'access_type',
    );
}

/** List views: those that every module has, and those that people make. */
export function serveViews(app: FastifyInstance, { database: { db }, modules }: Platform): void {
  const open = (principal: Principal, { module }: { module?: string }) =>
    openModule(db, modules, principal, moduleParameter(module), 'view');

  /** The view that a request is to change. @throws SettingFault */
  async function findOwn(context: ModuleContext, id: string): Promise<View> {
    const view = (await readViews(db, context, context.module)).find((each) => each.id === id);
    if (!view) throw new SettingFault('INVALID_DATA', 'the id given seems to be invalid', 'id');
    if (view.createdBy === undefined)
      throw new SettingFault('NOT_ALLOWED', 'views that every module has cannot be changed', 'id');
    if (view.createdBy !== context.access.userId) checkShares(context, view);
    return view;
  }

  async function save(context: ModuleContext, before: View, input: CustomViewInput): Promise<View> {
    const view = readView(input, before, context, context.module);
    checkShares(context, view);
    try {
      await saveView(db, context, context.module, view);
    } catch (error) {
      throw isTaken(error) ? duplicateSetting('name') : error;
    }
    return view;
  }

  async function create(context: ModuleContext, input: CustomViewInput): Promise<WriteRow> {
    const views = await readViews(db, context, context.module);
    if (views.length >= MAX_VIEWS)
      throw new SettingFault('LIMIT_EXCEEDED', `at most ${MAX_VIEWS} views`, 'name', { limit: MAX_VIEWS });
    const { id } = await save(context, empty(), input);
    return done('custom view created', { id });
  }

  serveRoute(app, 'GET /crm/v8/settings/custom_views', async ({ principal, query }) => {
    const context = await open(principal, query);
    const views = await readViews(db, context, context.module);
    const info = { per_page: 200, default: views[0]?.id, count: views.length, page: 1, more_records: false };
    return {
      status: 200,
      body: { custom_views: views.map((view) => describeView(view, context.module)), info },
    };
  });

  serveRoute(app, 'GET /crm/v8/settings/custom_views/:id', async ({ principal, query, params }) => {
    const context = await open(principal, query);
    const view = (await readViews(db, context, context.module)).find(({ id }) => id === params.id);
    return view
      ? { status: 200, body: { custom_views: [describeView(view, context.module)] } }
      : { status: 204 };
  });

  serveRoute(app, 'POST /crm/v8/settings/custom_views', async ({ principal, query, body }) => {
    const context = await open(principal, query);
    const rows = await settingRows('custom_views', body.custom_views, (input) => create(context, input));
    return answerSettings('custom_views', rows, 201);
  });

  serveRoute(app, 'PUT /crm/v8/settings/custom_views/:id', async ({ principal, query, params, body }) => {
    const context = await open(principal, query);
    const rows = await settingRows('custom_views', body.custom_views, async (input) => {
      await save(context, await findOwn(context, params.id), input);
      return done('custom view updated', { id: params.id });
    });
    return answerSettings('custom_views', rows, 200);
  });

  serveRoute(app, 'DELETE /crm/v8/settings/custom_views/:id', async ({ principal, query, params }) => {
    const context = await open(principal, query);
    const rows = await settingRows('custom_views', [params.id], async (id) => {
      await removeView(db, context, await findOwn(context, id));
      return done('custom view deleted', { id });
    });
    return answerSettings('custom_views', rows, 200);
  });
}
