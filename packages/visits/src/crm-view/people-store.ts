import type { Api, CrmViewPerson } from '@crm-elements/contract';
import {
  readAgain,
  readMore,
  reducePages,
  RoomStore,
  type CrmClient,
  type Page,
  type Pages,
} from '@crm-elements/core';
import { visitsRoom } from '../shared/room.js';

type Query = Api['GET /v1/crm-view']['input']['query'];
export type Group = Query['group'];
type Counts = Record<Group, number>;

/** Somebody of the CRM view, under the id of their record. */
export type Person = CrmViewPerson & { id: string };

export interface People extends Pages<Person> {
  counts: Counts;
}
type PeoplePage = Page<Person> & { counts: Counts };

const PAGE = 50;

/** The people of one group, live. */
export class PeopleStore extends RoomStore<People, PeoplePage> {
  #counts: Counts = { customers: 0, potential_customers: 0, leads_contacts: 0 };

  constructor(
    client: CrmClient,
    private readonly question: { group: Group; portalId: string },
  ) {
    super(client, visitsRoom);
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  loadMore(): Promise<void> {
    return readMore(this.state.value.data, {
      read: (next) => this.#page(next),
      tell: (change) => {
        const { data } = this.state.value;
        if (data) this.show(reducePages<Person, People>(data, change));
      },
      restart: () => this.refresh(),
    });
  }

  protected async read(): Promise<PeoplePage> {
    const page = await readAgain(this.state.value.data?.rows.length ?? 0, (next) => this.#page(next));
    return { ...page, counts: this.#counts };
  }

  protected take(page: PeoplePage): undefined {
    this.show({ more: 'idle', ...page });
  }

  async #page(cursor: string | undefined): Promise<Page<Person>> {
    const { group, portalId } = this.question;
    const query = {
      group,
      limit: PAGE,
      ...(portalId && { portal_id: portalId }),
      ...(cursor !== undefined && { cursor }),
    };
    const { data, counts, next_cursor: next } = await this.client.call('GET /v1/crm-view', { query });
    this.#counts = counts;
    return { rows: data.map((person) => ({ ...person, id: person.record.id })), next };
  }
}
