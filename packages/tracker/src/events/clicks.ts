import { listen } from '../guard.js';
import type { Feature } from '../types.js';

const FILE = /\.((doc|xls|ppt)x?|od[pst]|pdf|csv|txt|zip|rar|7z|t?gz|exe|dmg|msi|apk|mp[34]|mov)$/i;

/** Of what has an address only links have a host; that of `mailto:` is empty. */
const isLink = (target: EventTarget): unknown =>
  (target as HTMLAnchorElement).href && (target as HTMLAnchorElement).host;

/** Clicks on links to other sites and to files; the keyboard clicks too. */
export const clicks: Feature = ({ push }) => {
  const clicked = (event: MouseEvent): void => {
    const link = event.composedPath().find(isLink) as HTMLAnchorElement | undefined;
    // Of the other buttons only the middle one opens a link.
    if (!link || event.button > 1) return;
    const u = link.href.slice(0, 2_048);
    if (link.hasAttribute('download') || FILE.test(link.pathname)) push({ t: 'd', u });
    else if (link.host !== location.host) push({ t: 'o', u });
  };
  listen('click', clicked);
  listen('auxclick', clicked);
};
