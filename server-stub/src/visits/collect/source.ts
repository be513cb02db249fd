import type { OnlineVisitor } from '@crm-elements/contract';

export interface Source {
  kind: OnlineVisitor['source']['kind'];
  label: string | null;
  searchEngine: string | null;
  searchKeyword: string | null;
  gclid: string | null;
  campaign: Record<string, string> | null;
}

/** Engines by a part of their host, with the parameter that holds the words. */
const engines: [pattern: RegExp, name: string, parameter: string][] = [
  [/(^|\.)google\./, 'Google', 'q'],
  [/(^|\.)bing\.com$/, 'Bing', 'q'],
  [/(^|\.)duckduckgo\.com$/, 'DuckDuckGo', 'q'],
  [/(^|\.)search\.yahoo\./, 'Yahoo', 'p'],
  [/(^|\.)ecosia\.org$/, 'Ecosia', 'q'],
  [/(^|\.)qwant\.com$/, 'Qwant', 'q'],
  [/(^|\.)search\.brave\.com$/, 'Brave', 'q'],
  [/(^|\.)startpage\.com$/, 'Startpage', 'query'],
  [/(^|\.)baidu\.com$/, 'Baidu', 'wd'],
  [/(^|\.)yandex\./, 'Yandex', 'text'],
  [/(^|\.)lilo\.org$/, 'Lilo', 'q'],
];

const social =
  /(^|\.)(facebook\.com|fb\.com|twitter\.com|x\.com|t\.co|linkedin\.com|lnkd\.in|instagram\.com|youtube\.com|reddit\.com|pinterest\.[a-z.]+|bsky\.app|mastodon\.social|tiktok\.com)$/;
const campaignNames = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'utm_id'];
const MAX_VALUE = 256;

const parse = (text: string | undefined) => (text && URL.canParse(text) ? new URL(text) : undefined);
const cut = (text: string | null) => text?.slice(0, MAX_VALUE) || null;

/** Where a visit came from, by its first page and that page's referrer. */
export function readSource(pageUrl: string, referrer: string | undefined): Source {
  const page = parse(pageUrl);
  const from = parse(referrer);
  const host = from && from.host !== page?.host ? from.hostname : undefined;
  const engine = host === undefined ? undefined : engines.find(([pattern]) => pattern.test(host));
  const gclid = cut(page?.searchParams.get('gclid') ?? null);
  const named = campaignNames.flatMap((name) => {
    const value = cut(page?.searchParams.get(name) ?? null);
    return value ? [[name.slice(4), value] as const] : [];
  });
  const campaign = named.length ? Object.fromEntries(named) : null;
  const base = {
    searchEngine: engine?.[1] ?? null,
    searchKeyword: cut(engine ? (from?.searchParams.get(engine[2]) ?? null) : null) ?? campaign?.term ?? null,
    gclid,
    campaign,
  };
  if (campaign ?? gclid)
    return { kind: 'campaign', label: campaign?.campaign ?? campaign?.source ?? 'Google Ads', ...base };
  if (engine) return { kind: 'search', label: engine[1], ...base };
  if (host === undefined) return { kind: 'direct', label: null, ...base };
  const label = host.replace(/^www\./, '');
  return { kind: social.test(host) ? 'social' : 'referral', label, ...base };
}
