import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { FileTooLargeError, type FileStore, type StoredFile } from '../../platform/files/index.js';
import { CrmFailure } from '../../crm-dialect/failure.js';

/** What a multipart request brought. */
export interface Upload {
  file?: StoredFile & { name: string };
  fields: Record<string, string>;
}

const MEGABYTE = 1_048_576;

export const tooLarge = (maxBytes: number) =>
  new CrmFailure(413, 'FILE_SIZE_MORE_THAN_ALLOWED_SIZE', 'file size is more than allowed size', {
    maximum_size: `${maxBytes / MEGABYTE} MB`,
  });

export const noFile = () =>
  new CrmFailure(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
    param_name: 'file',
  });

/**
 * Streams the part `file` of a request into the store; the caller removes the file where it cannot be used.
 * @param maxBytes whole megabytes
 * @throws CrmFailure FILE_SIZE_MORE_THAN_ALLOWED_SIZE, INVALID_DATA, REQUIRED_PARAM_MISSING
 */
export async function receiveFile(
  request: FastifyRequest,
  files: FileStore,
  maxBytes: number,
): Promise<Upload> {
  if (!request.isMultipart()) throw noFile();
  const upload: Upload = { fields: {} };
  try {
    // One byte more than allowed, so that the store sees that it is too much.
    for await (const part of request.parts({ limits: { fileSize: maxBytes + 1, files: 1 } })) {
      if (part.type === 'field') upload.fields[part.fieldname] = String(part.value);
      else if (part.fieldname === 'file')
        upload.file = { ...(await files.put(part.file, { maxBytes })), name: part.filename };
      else part.file.resume();
    }
    return upload;
  } catch (error) {
    // The rest is read and forgotten: the client learns why only when it has sent everything.
    request.raw.unpipe();
    request.raw.resume();
    if (upload.file) await files.remove(upload.file.key);
    if (error instanceof FileTooLargeError) throw tooLarge(maxBytes);
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw new CrmFailure(400, 'INVALID_DATA', 'the multipart body cannot be read', { param_name: 'file' });
  }
}
