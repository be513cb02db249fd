import { trustedAddress } from '../trusted-address.js';

/** Adds a classic script to the page: allowed by what allowed ours, its `data-*` attributes as given. */
export const loadScript = (src: string, nonce: string | undefined, data: Record<string, string>): void => {
  const script = document.createElement('script');
  script.async = true;
  if (nonce) script.nonce = nonce;
  Object.assign(script.dataset, data);
  script.src = trustedAddress(src);
  document.head.append(script);
};
