import type { EmbedCode, PortalSettings, VisitorTracking } from '@crm-elements/contract';

export type TrackingChange =
  | { type: 'loaded'; tracking: VisitorTracking }
  /** Made or changed. */
  | { type: 'portal'; portal: PortalSettings }
  /** Made or changed. */
  | { type: 'code'; portalId: string; code: EmbedCode }
  | { type: 'code-removed'; portalId: string; codeId: string };

export function reduceTracking(
  state: VisitorTracking | undefined,
  change: TrackingChange,
): VisitorTracking | undefined {
  if (change.type === 'loaded') return change.tracking;
  if (!state) return state;
  return { ...state, portals: reducePortals(state.portals, change) };
}

type PortalsChange = Exclude<TrackingChange, { type: 'loaded' }>;

function reducePortals(portals: PortalSettings[], change: PortalsChange): PortalSettings[] {
  if (change.type === 'portal') return put(portals, change.portal);
  return portals.map((portal) =>
    portal.id === change.portalId
      ? { ...portal, embed_codes: reduceCodes(portal.embed_codes, change) }
      : portal,
  );
}

const reduceCodes = (codes: EmbedCode[], change: Exclude<PortalsChange, { type: 'portal' }>): EmbedCode[] =>
  change.type === 'code' ? put(codes, change.code) : codes.filter(({ id }) => id !== change.codeId);

const put = <T extends { id: string }>(rows: T[], row: T): T[] =>
  rows.some(({ id }) => id === row.id) ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row];
