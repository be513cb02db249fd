import { createContext } from '@lit/context';
import type { CrmClient } from '../client.js';

/** Context of the client, so that hosts in React or Vue can provide one too. */
export const clientContext = createContext<CrmClient | undefined>(Symbol.for('crm-elements/client'));
