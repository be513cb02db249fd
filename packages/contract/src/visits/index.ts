import { portalRoutes } from './portals.js';
import { reportRoutes } from './reports.js';
import { routingRoutes } from './routing.js';
import { toldFieldRoutes } from './told-fields.js';
import { visitorRoutes } from './visitors.js';
import { webFormRoutes } from './web-forms.js';
import { widgetRoutes } from './widget.js';

export * from './portals.js';
export * from './reports.js';
export * from './routing.js';
export * from './told-fields.js';
export * from './visitors.js';
export * from './web-forms.js';

/** Who visits the sites, and how their visits come into the CRM. */
export const visitRoutes = {
  ...visitorRoutes,
  ...portalRoutes,
  ...routingRoutes,
  ...reportRoutes,
  ...toldFieldRoutes,
  ...webFormRoutes,
  ...widgetRoutes,
};
