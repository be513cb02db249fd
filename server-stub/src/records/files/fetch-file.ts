import { Readable } from 'node:stream';
import type { FileStore, StoredFile } from '../../platform/files/index.js';
import { OutboundError, outboundFetch, type AllowList } from '../../platform/outbound/index.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { tooLarge } from './receive-file.js';

const TIMEOUT_MS = 20_000;

/** Stores what is at an address. @throws CrmFailure INVALID_DATA, FILE_SIZE_MORE_THAN_ALLOWED_SIZE */
export async function fetchFile(
  address: string,
  files: FileStore,
  { allow, maxBytes }: { allow: AllowList; maxBytes: number },
): Promise<StoredFile & { name: string }> {
  const unreadable = (reason: string) =>
    new CrmFailure(400, 'INVALID_DATA', 'the address given cannot be read', {
      param_name: 'attachmentUrl',
      reason,
    });
  try {
    const answer = await outboundFetch(address, { allow, timeoutMs: TIMEOUT_MS, maxBytes });
    if (answer.status !== 200) throw unreadable(`status ${answer.status}`);
    const stored = await files.put(Readable.from([answer.body]), { maxBytes });
    return { ...stored, name: nameIn(address) };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw error.code === 'too_large' ? tooLarge(maxBytes) : unreadable(error.code);
  }
}

/** The last part of the path, or the host where there is none. */
function nameIn(address: string): string {
  const { pathname, host } = new URL(address);
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || host;
  } catch {
    return last;
  }
}
