import { deriveId } from './derive-id.js';

/** Cookies of SalesIQ: who the visitor is, and that they do not want to be followed. */
const VISITOR = /(?:^|; )[^=;]+-_zldp=([^;]+)/g;
const REFUSAL = /(?:^|; )gdpr_[^=;]+__donottrack=true/;

const refuses = (): boolean =>
  !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl || navigator.doNotTrack === '1';

/**
 * Whom SalesIQ knew by a cookie stays the same visitor, on each page and subdomain that has the cookie; whoever had
 * refused it has refused here too. What the visitor has chosen or been given here before goes first.
 */
export const carryOver = (portal: string): void => {
  const key = `crm:${portal}:`;
  if (localStorage.getItem(key)) return;
  const { cookie } = document;
  const [former] = [...cookie.matchAll(VISITOR)].map(([, value = '']) => value).sort();
  if (REFUSAL.test(cookie)) localStorage.setItem(key, '{"g":"denied"}');
  else if (former && !refuses()) localStorage.setItem(key, JSON.stringify({ u: deriveId(former) }));
};
