import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { FileNotFoundError, fileHeaders, isSafeImage } from '../../platform/files/index.js';
import { serveRoute, type Answer } from '../../platform/http/serve-route.js';
import { nextId } from '../../platform/ids.js';
import { openModule, type ModuleContext } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { discardFile } from '../files/discard.js';
import { noFile, receiveFile } from '../files/receive-file.js';
import type { Platform } from '../platform.js';
import { pathId } from '../path-id.js';
import { holdParent } from '../related/open-parent.js';
import { selectRecords } from '../storage/select.js';
import { announceRecords, RECORD_UPDATED } from '../write/events.js';
import { hasPhotos, photoOf, type Photo } from './photo.js';

const MAX_BYTES = 10 * 1_048_576;

const done = (message: string): Answer => ({
  status: 200,
  body: { code: 'SUCCESS', details: {}, message, status: 'success' },
});

/** @throws CrmFailure NOT_SUPPORTED */
function checkPhotos({ module }: ModuleContext): void {
  if (!hasPhotos(module))
    throw new CrmFailure(400, 'NOT_SUPPORTED', 'records of this module have no photo', {
      module: module.apiName,
    });
}

/** Sets the photo of a record, or takes it away; the file of the one before goes. */
async function setPhoto(tx: Tx, context: ModuleContext, id: string, photo: Photo | null): Promise<boolean> {
  const { access, module } = context;
  await holdParent(tx, context, id);
  const [record] = await selectRecords(
    tx,
    context,
    module,
    sql`record.id = ${id} for update of record`,
    'edit',
  );
  const before = record && photoOf(record);
  if (!photo && !before) return false;
  await sql`
    update record set modified_by = ${access.userId}, modified_time = ${new Date()},
      data = case when ${photo === null} then data - '$photo'
        else data || jsonb_build_object('$photo', ${JSON.stringify(photo)}::jsonb) end
    where org_id = ${access.orgId} and id = ${id}`.execute(tx);
  if (before) await discardFile(tx, access.orgId, before.fileKey);
  const changes = { Record_Image: { old: before?.id ?? null, new: photo?.id ?? null } };
  await announceRecords(tx, context, module, RECORD_UPDATED, [{ id, changes }]);
  return true;
}

/** The one picture of a record. */
export function servePhoto(
  app: FastifyInstance,
  { database: { db, transact }, modules, files }: Platform,
): void {
  serveRoute(app, 'GET /crm/v8/:module/:id/photo', async ({ params, principal }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    checkPhotos(context);
    const [record] = await selectRecords(db, context, context.module, sql`record.id = ${pathId(params.id)}`);
    const photo = record && photoOf(record);
    if (!photo) return { status: 204 };
    const file = await files.get(photo.fileKey).catch((error: unknown) => {
      if (error instanceof FileNotFoundError) return undefined;
      throw error;
    });
    if (!file) return { status: 204 };
    const headers = fileHeaders({ type: 'application/octet-stream', name: photo.name, size: file.size });
    return { status: 200, headers, body: file.stream };
  });

  serveRoute(app, 'POST /crm/v8/:module/:id/photo', async ({ params, principal, request }) => {
    const context = await openModule(db, modules, principal, params.module, 'edit');
    checkPhotos(context);
    const id = pathId(params.id);
    await transact((tx) => holdParent(tx, context, id));
    const { file } = await receiveFile(request, files, MAX_BYTES);
    if (!file) throw noFile();
    try {
      if (!isSafeImage(file.type))
        throw new CrmFailure(400, 'INVALID_DATA', 'the file is no picture', {
          param_name: 'file',
          expected_data_type: 'png, jpeg, gif, webp or avif',
        });
      await transact((tx) => setPhoto(tx, context, id, { id: nextId(), fileKey: file.key, name: file.name }));
    } catch (error) {
      await files.remove(file.key);
      throw error;
    }
    return done('photo uploaded successfully');
  });

  serveRoute(app, 'DELETE /crm/v8/:module/:id/photo', async ({ params, principal }) => {
    const context = await openModule(db, modules, principal, params.module, 'edit');
    checkPhotos(context);
    const id = pathId(params.id);
    const removed = await transact((tx) => setPhoto(tx, context, id, null));
    return removed ? done('photo deleted') : { status: 204 };
  });
}
