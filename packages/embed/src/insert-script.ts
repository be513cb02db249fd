import type { EmbedOptions } from './index.js';

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

/** Trusted Types want the address of a script to come from a named policy, made once. */
const trusted = (url: string): string => {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('crm-elements', { createScriptURL: (address) => address });
  return policy ? policy.createScriptURL(url) : url;
};

/**
 * Puts the script tag into the page.
 *
 * @throws {Error} rejects if the script cannot be loaded; the tag is gone then
 */
export const insertScript = ({ src, portal, consentRequired }: EmbedOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.async = true;
    script.src = trusted(src);
    script.dataset.portal = portal;
    if (consentRequired) script.dataset.consent = 'required';
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${src} cannot be loaded`));
    });
    document.head.append(script);
  });
