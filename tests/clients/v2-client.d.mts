import type { VendorSdk } from './vendor-sdk.mjs';

interface Backend {
  origin: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  email: string;
}

/** Round trips through the client, in plain values. */
export interface V2Client extends Pick<
  VendorSdk,
  | 'create'
  | 'update'
  | 'remove'
  | 'get'
  | 'search'
  | 'coql'
  | 'addNote'
  | 'attach'
  | 'attachments'
  | 'download'
  | 'addTag'
  | 'close'
> {
  list(module: string, fields: string[]): Promise<Record<string, unknown>[]>;
}

export function openV2Client(backend: Backend): Promise<V2Client>;
