import {
  failed,
  loading,
  ready,
  Store,
  toCrmError,
  type CrmClient,
  type Resource,
  type Running,
} from '@crm-elements/core';
import type { PersonKind } from '../events.js';
import { groupOption, roleOption, userOption, type PersonOption, type Row } from './person-option.js';

interface Page {
  rows: unknown;
  more: boolean;
}
const PER_PAGE = '200';

/** Everybody who can be picked: read once, when it is first asked for. */
export class PeopleStore implements Running {
  readonly state = new Store<Resource<readonly PersonOption[]>>(loading);
  #isAsked = false;

  constructor(
    private readonly client: CrmClient,
    private readonly kinds: readonly PersonKind[],
  ) {}

  start(): () => void {
    return () => undefined;
  }

  /** Reads, unless that was done; a failure is tried again. */
  async load(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.state.set(loading);
    try {
      const lists = await Promise.all(this.kinds.map((kind) => this.#read[kind]()));
      this.state.set(ready(lists.flat()));
    } catch (error) {
      this.#isAsked = false;
      this.state.set(failed<readonly PersonOption[]>(toCrmError(error), undefined));
    }
  }

  readonly #read: Record<PersonKind, () => Promise<PersonOption[]>> = {
    user: async () => {
      const rows = await allPages(async (page) => {
        const query = { type: 'ActiveUsers', per_page: PER_PAGE, page };
        const answer = await this.client.call('GET /crm/v8/users', { query });
        return { rows: answer?.users, more: answer?.info.more_records ?? false };
      });
      return rows.map(userOption);
    },
    role: async () => {
      const answer = await this.client.call('GET /crm/v8/settings/roles');
      return ((answer?.roles ?? []) as unknown as Row[]).map(roleOption);
    },
    group: async () => {
      const rows = await allPages(async (page) => {
        const query = { per_page: PER_PAGE, page };
        const answer = await this.client.call('GET /crm/v8/settings/user_groups', { query });
        return { rows: answer?.user_groups, more: answer?.info.more_records ?? false };
      });
      return rows.map(groupOption);
    },
  };
}

async function allPages(read: (page: string) => Promise<Page>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1, more = true; more; page++) {
    const answer = await read(String(page));
    rows.push(...((answer.rows ?? []) as Row[]));
    more = answer.more;
  }
  return rows;
}
