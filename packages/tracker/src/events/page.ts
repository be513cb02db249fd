import type { NewEvent } from '../types.js';

/** What a page says about itself; what is absent is read from the document. */
export interface Page {
  url?: string | undefined;
  title?: string | undefined;
  referrer?: string | undefined;
}

/** The page view event of the page that is shown, or of the one that `page` describes. */
export const describePage = ({ url = location.href, title, referrer }: Page, hash: boolean): NewEvent => {
  const address = new URL(url, location.href);
  if (!hash) address.hash = '';
  return {
    t: 'v',
    u: address.href.slice(0, 2_048),
    // Read when the event is sent: a single-page application sets the title after the address.
    get n() {
      return (title ?? document.title).slice(0, 512);
    },
    r: referrer?.slice(0, 2_048) || undefined,
  };
};

/** Where the visitor came from, if that was another site: the way within this one is known. */
export const foreignReferrer = (): string => {
  const { referrer } = document;
  return referrer.startsWith(`${location.origin}/`) ? '' : referrer;
};
