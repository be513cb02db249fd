import type { VisitorTracking } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';
import { ReadStore } from '@crm-elements/core';

/** Why there are no visits, and the first code that a webmaster could paste. */
export interface Diagnosis {
  cause: VisitorTracking['diagnosis'];
  code: { portalId: string; id: string } | undefined;
  hasVisits: boolean;
}

/** Only those who may set the integration up are told. */
export const createDiagnosisStore = (client: CrmClient): ReadStore<Diagnosis> =>
  new ReadStore(async () => {
    const tracking = await client.call('GET /v1/visitor-tracking');
    const portal = tracking.portals.find(
      ({ associated, embed_codes: codes }) => associated && codes.length > 0,
    );
    const code = portal?.embed_codes[0];
    return {
      cause: tracking.diagnosis,
      code: portal && code && { portalId: portal.id, id: code.id },
      hasVisits: tracking.has_visits,
    };
  });
