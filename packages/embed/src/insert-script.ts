import type { EmbedOptions } from './index.js';
import { trustedAddress } from './trusted-address.js';

/**
 * Puts the script tag into the page.
 *
 * @throws {Error} rejects if the script cannot be loaded; the tag is gone then
 */
export const insertScript = ({ src, portal, consentRequired }: EmbedOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.async = true;
    script.src = trustedAddress(src);
    script.dataset.portal = portal;
    if (consentRequired) script.dataset.consent = 'required';
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${src} cannot be loaded`));
    });
    document.head.append(script);
  });
