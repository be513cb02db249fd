import type { Command } from '@crm-elements/tracker';
import { insertScript } from './insert-script.js';

export type { Command } from '@crm-elements/tracker';

export interface EmbedOptions {
  /** Address of embed.js at the backend. */
  readonly src: string;
  /** Public key of the portal. */
  readonly portal: string;
  /** Nothing is stored or sent before `crm('consent', ...)`. Default: false. */
  readonly consentRequired?: boolean;
}

let loading: Promise<Command | null> | undefined;

/**
 * Loads embed.js once and gives the page's `crm`; null on a server. Later calls get the first one's result,
 * whatever their options.
 *
 * @throws {Error} rejects if the script cannot be loaded; the next call tries again
 */
export const loadCrm = (options: EmbedOptions): Promise<Command | null> => {
  if (typeof document === 'undefined') return Promise.resolve(null);
  loading ??= insertScript(options).then(
    () => (window as unknown as { crm?: Command }).crm ?? null,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
};
