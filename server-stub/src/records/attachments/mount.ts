import type { FastifyInstance } from 'fastify';
import { FileNotFoundError, fileHeaders } from '../../platform/files/index.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openModule, type ModuleContext } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { fetchFile } from '../files/fetch-file.js';
import { noFile, receiveFile } from '../files/receive-file.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Platform } from '../platform.js';
import { pathId } from '../path-id.js';
import { holdParent, noSuchRecord } from '../related/open-parent.js';
import { answerRows } from '../write/answers.js';
import { attach, type NewAttachment } from './attach.js';
import { attachmentModule } from './module.js';

const MAX_BYTES = 20 * 1_048_576;

/** Files of records. */
export function mountAttachments(app: FastifyInstance, platform: Platform): void {
  const { database, modules, files, outboundAllow } = platform;
  const { db, transact } = database;
  modules.add(attachmentModule);

  /** The record is asked first, so that nobody fills the store for nothing, and again with the row. */
  const attachTo = async (context: ModuleContext, id: string, receive: () => Promise<NewAttachment>) => {
    await transact((tx) => holdParent(tx, context, id));
    const attachment = await receive();
    try {
      return await transact(async (tx) => {
        await holdParent(tx, context, id);
        return attach(tx, context, { module: context.module, id }, attachment);
      });
    } catch (error) {
      await files.remove(attachment.file.key);
      throw error;
    }
  };

  const fetched = async (url: string, title: string | undefined): Promise<NewAttachment> => {
    const file = await fetchFile(url, files, { allow: outboundAllow, maxBytes: MAX_BYTES });
    return { file, name: title || file.name, linkUrl: url };
  };

  serveRoute(app, 'POST /crm/v8/:module/:id/Attachments', async ({ params, query, principal, request }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const row = await attachTo(context, pathId(params.id), async () => {
      if (query.attachmentUrl) return fetched(query.attachmentUrl, query.title);
      const { file, fields } = await receiveFile(request, files, MAX_BYTES);
      if (file) return { file, name: file.name };
      if (fields.attachmentUrl) return fetched(fields.attachmentUrl, fields.title);
      throw noFile();
    });
    return answerRows([row], 200, request.url);
  });

  serveRoute(app, 'GET /crm/v8/:module/:id/Attachments/:attachment', async ({ params, principal }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const { module } = context;
    const id = pathId(params.id);
    if (!(await module.source.get(db, context, module, id, ['id']))) throw noSuchRecord();
    const found = isId(params.attachment)
      ? await db
          .selectFrom('attachment')
          .select(['file_key', 'file_name'])
          .where('org_id', '=', principal.orgId)
          .where('parent_id', '=', id)
          .where('id', '=', params.attachment)
          .executeTakeFirst()
      : undefined;
    if (!found) throw noSuchAttachment();
    const { size, stream } = await files.get(found.file_key).catch((error: unknown) => {
      throw error instanceof FileNotFoundError ? noSuchAttachment() : error;
    });
    const headers = fileHeaders({ type: 'application/octet-stream', name: found.file_name, size });
    return { status: 200, headers, body: stream };
  });
}

const noSuchAttachment = () =>
  new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 3 });
