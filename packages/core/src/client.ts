import { createApi, type Call } from './api.js';
import { createRealtime, type Realtime } from './realtime.js';
import { createStores, type Stores } from './stores.js';
import { createTokens, type GetToken } from './tokens.js';

export interface CrmOptions {
  /** Address of the backend, such as `https://crm.example.com`. */
  baseUrl: string;
  getToken: GetToken;
  fetch?: typeof fetch;
}

/** One per app: owns the token, the live link and the stores of all elements below a provider. */
export interface CrmClient {
  readonly baseUrl: string;
  readonly call: Call;
  readonly realtime: Realtime;
  readonly stores: Stores;
  /** Ends the live link and all stores. */
  close(): void;
}

export function createCrm({ baseUrl, getToken, fetch }: CrmOptions): CrmClient {
  const tokens = createTokens(getToken);
  const realtime = createRealtime(tokens, async () => (await import('./realtime-socket-io.js')).connectSocketIo(baseUrl));
  const stores = createStores();
  return {
    baseUrl,
    call: createApi({ baseUrl, tokens, ...(fetch && { fetch }) }),
    realtime,
    stores,
    close() {
      stores.close();
      realtime.close();
    },
  };
}
