import type { Api, CrmViewPerson } from '@crm-elements/contract';
import { PagesStore, type CrmClient, type Page, type Pages } from '@crm-elements/core';
import { visitsRoom } from '../shared/room.js';

type Query = Api['GET /v1/crm-view']['input']['query'];
export type Group = Query['group'];
type Counts = Record<Group, number>;

/** Somebody of the CRM view, under the id of their record. */
export type Person = CrmViewPerson & { id: string };

type PeoplePage = Page<Person> & { counts: Counts };
export type People = PeoplePage & Pages<Person>;

const PAGE = 50;

/** The people of one group, live. */
export class PeopleStore extends PagesStore<Person, PeoplePage> {
  constructor(
    client: CrmClient,
    private readonly question: { group: Group; portalId: string },
  ) {
    super(client, visitsRoom);
  }

  protected async page(cursor: string | undefined): Promise<PeoplePage> {
    const { group, portalId } = this.question;
    const query = {
      group,
      limit: PAGE,
      ...(portalId && { portal_id: portalId }),
      ...(cursor !== undefined && { cursor }),
    };
    const { data, counts, next_cursor: next } = await this.client.call('GET /v1/crm-view', { query });
    return { rows: data.map((person) => ({ ...person, id: person.record.id })), next, counts };
  }
}
