import type { CrmError } from '@crm-elements/core';

/** How many files are sent at the same time. */
const AT_ONCE = 2;

/** A file on its way to the server. */
export interface Upload {
  key: string;
  file: File;
  status: 'waiting' | 'sending' | 'sent' | 'failed';
  /** What is sent, from 0 to 1. */
  part: number;
  /** Why it was not taken. */
  error: CrmError | undefined;
  /** The attachment that was made of it. */
  attachmentId: string | undefined;
}

export type Uploads = readonly Upload[];

export type UploadChange =
  | { type: 'added'; files: readonly { key: string; file: File }[] }
  | { type: 'started' | 'retried' | 'removed'; key: string }
  | { type: 'progressed'; key: string; part: number }
  | { type: 'sent'; key: string; attachmentId: string }
  | { type: 'failed'; key: string; error: CrmError }
  /** The list of attachments was read. */
  | { type: 'listed'; ids: ReadonlySet<string> };

const FRESH = { status: 'waiting', part: 0, error: undefined, attachmentId: undefined } as const;

/** Files on their way, in the order in which they were chosen. */
export function reduceUploads(uploads: Uploads, change: UploadChange): Uploads {
  const changed = (key: string, values: Partial<Upload>) =>
    uploads.map((upload) => (upload.key === key ? { ...upload, ...values } : upload));
  switch (change.type) {
    case 'added':
      return [...uploads, ...change.files.map((file) => ({ ...file, ...FRESH }))];
    case 'started':
      return changed(change.key, { status: 'sending', part: 0 });
    case 'progressed':
      return changed(change.key, { part: change.part });
    case 'sent':
      return changed(change.key, { status: 'sent', part: 1, attachmentId: change.attachmentId });
    case 'failed':
      return changed(change.key, { status: 'failed', error: change.error });
    case 'retried':
      return changed(change.key, FRESH);
    case 'removed':
      return uploads.filter(({ key }) => key !== change.key);
    case 'listed':
      // What was sent stays until the list shows it, so that it is never nowhere.
      return uploads.filter(({ attachmentId }) => !attachmentId || !change.ids.has(attachmentId));
  }
}

/** What may begin now. */
export function nextUploads(uploads: Uploads): Uploads {
  const sending = uploads.filter(({ status }) => status === 'sending').length;
  return uploads.filter(({ status }) => status === 'waiting').slice(0, Math.max(0, AT_ONCE - sending));
}

export type UploadFault = 'tooLarge' | 'forbidden' | 'offline' | 'gone' | 'busy' | 'signIn' | 'server';

const faults: Partial<Record<CrmError['kind'], UploadFault>> = {
  forbidden: 'forbidden',
  offline: 'offline',
  not_found: 'gone',
  rate_limited: 'busy',
  unauthorized: 'signIn',
};

/** Why a file was not taken, as far as a reader can do something about it. */
export function faultOf({ kind, code }: CrmError): UploadFault {
  if (code === 'FILE_SIZE_MORE_THAN_ALLOWED_SIZE') return 'tooLarge';
  if (code === 'NO_PERMISSION') return 'forbidden';
  // The record is asked first: an address that names none is all that is invalid about a sound upload.
  if (code === 'INVALID_DATA') return 'gone';
  return faults[kind] ?? 'server';
}

/** Whether sending the same file again may help. */
export const isWorthRetrying = (error: CrmError): boolean =>
  !['tooLarge', 'forbidden', 'gone'].includes(faultOf(error));
