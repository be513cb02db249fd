import { createApi, type Call } from './http/api.js';
import { openOutbox, type Outbox, type SendEntry } from './outbox/outbox.js';
import { createRealtime, type Realtime } from './realtime/realtime.js';
import { shareRealtime } from './realtime/shared-realtime.js';
import { memoryStorage, openStorage, type Storage } from './outbox/storage.js';
import { createStores, type Stores } from './stores/stores.js';
import { createTokens, type GetToken } from './http/tokens.js';
import type { Download, Upload } from './http/transfer.js';
import { uuid } from './uuid.js';

export interface CrmOptions {
  /** Address of the backend, such as `https://crm.example.com`. */
  baseUrl: string;
  getToken: GetToken;
  /**
   * Who uses it: a name under which unsent writes and snapshots are kept on this device, and tabs
   * share one link. Without it nothing is kept and each tab is on its own.
   */
  person?: string;
  fetch?: typeof fetch;
}

/** One per app: owns the token, the live link and the stores of all elements below a provider. */
export interface CrmClient {
  readonly baseUrl: string;
  readonly call: Call;
  /** Sends a file to a route that takes one, and tells how far it is. */
  readonly upload: Upload;
  /** Fetches a file. */
  readonly download: Download;
  readonly realtime: Realtime;
  readonly stores: Stores;
  /** Snapshots of what was last seen, for a first picture without the network. */
  readonly storage: Promise<Storage>;
  /** The unsent writes of a topic. */
  outbox(topic: string, send: SendEntry): Outbox;
  /** Ends the live link and all stores. */
  close(): void;
}

export function createCrm({ baseUrl, getToken, person, fetch }: CrmOptions): CrmClient {
  const tokens = createTokens(getToken);
  const createLink = () =>
    createRealtime(tokens, async () =>
      (await import('./realtime/realtime-socket-io.js')).connectSocketIo(baseUrl),
    );
  const name = `${baseUrl}/${person ?? uuid()}`;
  const realtime = person === undefined ? createLink() : shareRealtime(name, createLink);
  const stores = createStores();
  // Most pages never send a file.
  const transfers = async () => (await import('./http/transfer.js')).createTransfers({ baseUrl, tokens });
  let storage: Promise<Storage> | undefined;
  const open = () =>
    (storage ??= person === undefined ? Promise.resolve(memoryStorage()) : openStorage(name));
  return {
    baseUrl,
    call: createApi({ baseUrl, tokens, ...(fetch && { fetch }) }),
    upload: async (...given) => (await transfers()).upload(...given),
    download: async (...given) => (await transfers()).download(...given),
    realtime,
    stores,
    get storage() {
      return open();
    },
    outbox: (topic, send) => openOutbox({ storage: open(), name, topic, send }),
    close() {
      stores.close();
      realtime.close();
      void storage?.then((opened) => opened.close());
    },
  };
}
