export type { HrefFor } from './shared/href-for.js';
export { CrmRecordVisits } from './visits/record/crm-record-visits.js';
export { CrmVisit } from './visits/page/crm-visit.js';
export { CrmVisitsEmpty } from './visits/list/crm-visits-empty.js';
export { CrmPersonTimeline } from './crm-view/crm-person-timeline.js';
export { CrmVisitPeople } from './crm-view/crm-visit-people.js';
export { CrmVisitPerson } from './crm-view/crm-visit-person.js';
export { CrmVisitChart } from './reports/crm-visit-chart.js';
export { CrmVisitReport } from './reports/crm-visit-report.js';
export { CrmVisitActions } from './visits/actions/crm-visit-actions.js';
export { CrmVisitChats } from './visits/chats/crm-visit-chats.js';
export { CrmVisitorNotifications } from './notifications/crm-visitor-notifications.js';
export { CrmVisitors } from './online/crm-visitors.js';
export { CrmVisits } from './visits/list/crm-visits.js';
export { CrmCallPlaceEvent, CrmVisitorCommandedEvent, CrmVisitorCommandEvent } from './online/events.js';
export { onlineElements } from './online/online-elements.js';
export { elements } from './elements.js';
export {
  CrmPortalChangedEvent,
  CrmVisitOpenEvent,
  CrmVisitorOpenEvent,
  CrmVisitViewChangedEvent,
} from './events.js';
export type { Visit, VisitAction, VisitChat } from './visits/visit.js';
export { CrmPresence } from './presence/crm-presence.js';
export { CrmPresenceChangedEvent } from './presence/events.js';
export { CrmPortalSetup } from './setup/crm-portal-setup.js';
export { CrmWebForms } from './setup/forms/crm-web-forms.js';
export { setupElements } from './setup/elements.js';
export { CrmVisitFields } from './setup/visit-fields/crm-visit-fields.js';
export { visitFieldElements } from './setup/visit-fields/visit-field-elements.js';
export type { ShownVisitor } from './online/visitors-state.js';
