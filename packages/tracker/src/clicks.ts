import { listen } from './guard.js';
import type { Feature } from './types.js';

const FILE =
  /\.(7z|apk|csv|dmg|docx?|epub|exe|gz|ics|iso|mov|mp[34]|msi|od[pst]|pdf|pptx?|rar|rtf|tgz|txt|wav|xlsx?|zip)$/i;

const isLink = (target: EventTarget): target is HTMLAnchorElement =>
  /^(a|area)$/.test((target as Element).localName) && !!(target as HTMLAnchorElement).href;

/** Clicks on links to other sites and to files; the keyboard clicks too. */
export const clicks: Feature = ({ push }) => {
  const clicked = (event: MouseEvent): void => {
    // Of the other buttons only the middle one opens a link.
    if (event.button > 1) return;
    const link = event.composedPath().find(isLink);
    if (!link || !/^http/.test(link.protocol)) return;
    const u = link.href.slice(0, 2_048);
    if (link.hasAttribute('download') || FILE.test(link.pathname)) push({ t: 'd', u });
    else if (link.host !== location.host) push({ t: 'o', u });
  };
  listen('click', clicked, true);
  listen('auxclick', clicked, true);
};
