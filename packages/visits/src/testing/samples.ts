import type { OnlineVisitor, OnlineVisitorPage } from '@crm-elements/contract';
import type { Visit, VisitAction, VisitChat } from '../visits/visit.js';

export const VISITORS = 'GET /v1/visitors';
export const PORTALS = 'GET /v1/portals';
export const VISITS = 'GET /crm/v8/:module';
export const VISIT = 'GET /crm/v8/:module/:id';
export const EVENTS = 'GET /v1/visits/:id/events';
export const FIELDS = 'GET /crm/v8/settings/fields';
export const VIEWS = 'GET /crm/v8/settings/custom_views';
export const ACTIONS = 'GET /crm/v8/:module/:id/:related';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

/** An unknown visitor who has been here for a minute and looks at the second page. */
export function visitor(id: string, changes: Partial<OnlineVisitor> = {}): OnlineVisitor {
  const page = { title: 'Alma', url: 'https://shop.test/products/alma', at: ago(20) };
  return {
    visit_id: id,
    online: true,
    seq: 1,
    portal: { id: '7', name: 'Acme' },
    record: null,
    claim: null,
    visitor_type: 'Unknown',
    name: null,
    email: null,
    phone: null,
    score: 12,
    returning: false,
    visit_count: 1,
    day_count: 1,
    attended_by: null,
    chat: null,
    page,
    landing_page: { title: 'Lamps', url: 'https://shop.test/' },
    path: [{ title: 'Lamps', url: 'https://shop.test/', at: ago(60) }, page],
    page_count: 2,
    started_at: ago(60),
    last_seen_at: ago(1),
    source: { kind: 'search', label: 'Google', url: 'https://www.google.com/' },
    campaign: null,
    search_keyword: 'oak lamp',
    last_event: null,
    browser: 'Chrome 140',
    operating_system: 'Windows',
    ip_address: '203.0.113.7',
    country: 'FR',
    ...changes,
  };
}

export const visitorPage = (
  data: OnlineVisitor[],
  seq = 1,
  nextCursor: string | null = null,
): OnlineVisitorPage => ({ data, seq, next_cursor: nextCursor });

export const portalList = (...names: string[]) => ({
  data: names.map((name, index) => ({ id: String(7 + index), name, screen_name: name, enabled: true })),
});

/** The list views as the server tells them. */
export const viewList = {
  custom_views: [
    'ALLVIEWS',
    'TODAYVISITS',
    'TOPVISITS',
    'TODAYTOPVISITS',
    'VISITSBYLEADS',
    'VISITSBYCONTACTS',
  ].map((name, index) => ({
    id: String(index + 1),
    name,
    display_value: name,
    system_name: name,
    criteria: name.startsWith('VISITSBY')
      ? {
          comparator: 'equal',
          field: { api_name: 'Visitor_Type' },
          type: 'value',
          value: name === 'VISITSBYLEADS' ? 'Lead' : 'Contact',
        }
      : null,
    sort_by: name.includes('TOP') ? { api_name: 'Time_Spent_Minutes' } : null,
    sort_order: name.includes('TOP') ? 'desc' : null,
  })),
};

/** A visit of a lead with every field filled. */
export const visit = (id: string, changes: Partial<Visit> = {}): Visit => ({
  id,
  Visited_By: { id: '900', name: 'Ada Lovelace', module: { api_name: 'Leads' } },
  Visited_Time: '2026-03-04T09:30:00+00:00',
  Visited_Page: 'Lamps, made quietly',
  Visited_Page_URL: 'https://shop.test/products/alma',
  Time_Spent_Minutes: 3.25,
  Visitor_Type: 'Lead',
  Referrer: 'https://www.google.com/search?q=lamp',
  Search_Engine: 'Google',
  Search_Keyword: 'oak lamp',
  Browser: 'Firefox 144',
  Operating_System: 'macOS',
  IP_Address: '203.0.113.9',
  Portal_Name: 'Acme shop',
  Attended_By: { id: '5', name: 'Grace Hopper' },
  Revenue: 1250,
  User_Agents: 'Mozilla/5.0 (Macintosh) Gecko/20100101 Firefox/144.0',
  $online: false,
  ...changes,
});

export const action = (id: string, changes: Partial<VisitAction> = {}): VisitAction => ({
  id,
  Action_Type: 'Navigation',
  Actions: 'Lamps',
  Page_URL: 'https://shop.test/lamps',
  Time_Spent: 1.5,
  Action_Performed_Time: '2026-03-04T09:31:00+00:00',
  ...changes,
});

export const chat = (id: string, changes: Partial<VisitChat> = {}): VisitChat => ({
  id,
  Attended_By: { id: '5', name: 'Noah Bernard' },
  Started_Time: '2026-03-04T09:32:00+00:00',
  Ended_Time: null,
  Transcript: [
    { author: 'visitor', name: 'Vera Cole', text: 'Does it dim?', at: '2026-03-04T09:32:00.000Z' },
    {
      author: 'operator',
      name: 'Noah Bernard',
      text: 'It does.\nTo a tenth.',
      at: '2026-03-04T09:33:00.000Z',
    },
  ],
  ...changes,
});
