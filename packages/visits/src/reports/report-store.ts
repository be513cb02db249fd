import type { VisitReport } from '@crm-elements/contract';
import { CrmError, RoomStore, type CrmClient } from '@crm-elements/core';
import { visitsRoom } from '../shared/room.js';

/** A report adds up many visits: it is read at most twice a minute, however busy the site is. */
const GAP = 30_000;

export interface ReportQuestion {
  /** Only visits to this portal; to all when empty. */
  portalId: string;
  /** First and last day, `2026-03-04`; the server's choice when empty. */
  from: string;
  to: string;
}

/** Visits in figures, live; `off` while the integration is switched off, VIS-144. */
export class ReportStore extends RoomStore<VisitReport | 'off'> {
  constructor(
    client: CrmClient,
    private readonly question: ReportQuestion,
  ) {
    super(client, visitsRoom, GAP);
  }

  protected async read(): Promise<VisitReport | 'off'> {
    const { portalId, from, to } = this.question;
    const query = {
      ...(portalId && { portal_id: portalId }),
      ...(from && { from }),
      ...(to && { to }),
    };
    try {
      return await this.client.call('GET /v1/visit-report', { query });
    } catch (error) {
      if (error instanceof CrmError && error.kind === 'not_found') return 'off';
      throw error;
    }
  }

  protected take(report: VisitReport | 'off'): undefined {
    this.show(report);
  }
}

export const reportKey = ({ portalId, from, to }: ReportQuestion): string =>
  `visit-report/${portalId}/${from}/${to}`;
