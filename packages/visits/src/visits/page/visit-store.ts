import type { CrmRecord, VisitEvent } from '@crm-elements/contract';
import { type CrmClient, ReadStore, RoomStore } from '@crm-elements/core';
import { visitsRoom } from '../../shared/room.js';
import type { Visit } from '../visit.js';

/** One visit with all its fields, live; undefined where there is none. */
export class VisitStore extends RoomStore<{ visit: Visit | undefined }, Visit | undefined> {
  constructor(
    client: CrmClient,
    private readonly visitId: string,
  ) {
    super(client, visitsRoom);
  }

  protected async read(): Promise<Visit | undefined> {
    const page = await this.client.call('GET /crm/v8/:module/:id', {
      params: { module: 'Visits', id: this.visitId },
      query: {},
    });
    return page?.data[0] as Visit | undefined;
  }

  protected take(visit: Visit | undefined): undefined {
    this.show({ visit });
  }
}

/** A field that the organization has added to visits, VIS-57. */
export type CustomField = Pick<CrmRecord, 'id'> & {
  apiName: string;
  label: string;
  /** As the API names it. */
  type: string;
  /** Digits after the point. */
  decimals: number;
};

export const createCustomFieldsStore = (client: CrmClient): ReadStore<readonly CustomField[]> =>
  new ReadStore(async () => {
    const query = { module: 'Visits' };
    const answer = await client.call('GET /crm/v8/settings/fields', { query });
    return answer.fields
      .filter(({ custom_field: isCustom }) => isCustom)
      .map(({ id, api_name: apiName, display_label: label, data_type: type, decimal_place: decimals }) => ({
        id,
        apiName,
        label,
        type,
        decimals: decimals ?? 0,
      }));
  });

/** What was done on the pages besides reading them; it grows with the visit. */
export class VisitEventsStore extends RoomStore<readonly VisitEvent[]> {
  constructor(
    client: CrmClient,
    private readonly visitId: string,
  ) {
    super(client, visitsRoom);
  }

  protected async read(): Promise<readonly VisitEvent[]> {
    return (await this.client.call('GET /v1/visits/:id/events', { params: { id: this.visitId } })).data;
  }

  protected take(events: readonly VisitEvent[]): undefined {
    this.show(events);
  }
}
