import type { CrmRecord } from '@crm-elements/contract';
import { PagesStore, type CrmClient, type Page, type Pages } from '@crm-elements/core';
import { roomOf } from '../../room.js';

const PAGE = '10';

/** Rows of a related list, read page by page. */
export type RelatedRows = Pages<CrmRecord>;

interface Place {
  module: string;
  recordId: string;
  /** API name of the list. */
  list: string;
  /** API name of the module of its rows. */
  rowModule: string;
  /** API names of the fields to read. */
  fields: readonly string[];
}

/** A related list of one record; begins anew when records of its module have changed. */
export class RelatedStore extends PagesStore<CrmRecord> {
  constructor(
    client: CrmClient,
    private readonly place: Place,
  ) {
    super(client, roomOf(place.rowModule));
  }

  /** Links a record, where the list is one of links. @throws {CrmError} */
  async link(rowId: string): Promise<void> {
    const { module, recordId: id, list: related } = this.place;
    await this.client.call('PUT /crm/v8/:module/:id/:related/:row', {
      params: { module, id, related, row: rowId },
      body: { data: [{}] },
    });
    this.refresh();
  }

  /** Takes a record out of a list of links. @throws {CrmError} */
  async unlink(rowId: string): Promise<void> {
    const { module, recordId: id, list: related } = this.place;
    await this.client.call('DELETE /crm/v8/:module/:id/:related/:row', {
      params: { module, id, related, row: rowId },
    });
    const { data } = this.state.value;
    if (data) this.show({ ...data, rows: data.rows.filter((row) => row.id !== rowId) });
    this.refresh();
  }

  protected async page(next: string | undefined): Promise<Page<CrmRecord>> {
    const { module, recordId: id, list: related, fields } = this.place;
    const page = await this.client.call('GET /crm/v8/:module/:id/:related', {
      params: { module, id, related },
      query: { fields: fields.join(), per_page: PAGE, ...(next !== undefined && { page_token: next }) },
    });
    return { rows: page?.data ?? [], next: page?.info.next_page_token ?? null };
  }
}
