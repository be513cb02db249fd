import type { CollectEvent, CrmRecord, RecordPage } from '@crm-elements/contract';
import { collect, eventually, get, newVisitor, send, view, type Visitor } from './requests.js';
import { clientId, type TestApp, type TestOrg } from './test-app.js';

const MINUTE = 60_000;

interface Told {
  minutes?: number;
  referrer?: string;
  /** Whose visit it is to be, by a word of the page. */
  email?: string;
  /** Further events. */
  events?: CollectEvent[];
  visitor?: Visitor;
}

/** What tests of the module Visits ask of the backend, with the token of a user of an organization. */
export function openVisitOffice(t: TestApp, token: string, org: TestOrg = t.acme) {
  const list = (query = '') =>
    get<RecordPage & { code: string }>(t, token, `/crm/v8/Visits?fields=Visited_Page,Visited_By&${query}`);
  const find = async (page: string) =>
    ((await list()).body as RecordPage | undefined)?.data.find(({ Visited_Page }) => Visited_Page === page);
  return {
    list,
    /** Titles of the pages of a list, in its order. */
    pages: async (query: string) => {
      const body = (await list(query)).body as RecordPage | undefined;
      return (body?.data ?? []).map(({ Visited_Page }) => Visited_Page);
    },
    /** The visit, without anything where there is none. */
    read: async (id: string): Promise<Partial<CrmRecord>> =>
      (await get<RecordPage | undefined>(t, token, `/crm/v8/Visits/${id}`)).body?.data[0] ?? {},
    /** A visit of one page, known by its title. @returns its id, when the CRM knows whose it is */
    async visit(page: string, told: Told = {}): Promise<string> {
      const { minutes = 0, referrer, email, events = [], visitor = newVisitor() } = told;
      const url = page.startsWith('https:') ? page : `https://shop.test/${page}`;
      const first = view(url, { n: page, ...(referrer !== undefined && { r: referrer }) });
      await collect(t, org, visitor, [
        first,
        { t: 'g', i: first.i, m: Math.round(minutes * MINUTE), d: 50 },
        ...(email === undefined ? [] : [{ t: 'i' as const, i: clientId(), w: { email } }]),
        ...events,
      ]);
      const found = await eventually(
        () => find(page),
        (visit) => visit !== undefined && (email === undefined || Boolean(visit.Visited_By)),
      );
      return found?.id ?? '';
    },
    /** Changes the portal of the organization. */
    change: (changes: object) => send(t, token, 'PATCH', `/v1/portals/${org.portalId}`, changes),
  };
}

export type VisitOffice = ReturnType<typeof openVisitOffice>;
