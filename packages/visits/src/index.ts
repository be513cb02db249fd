export { CrmVisitActions } from './crm-visit-actions.js';
export { CrmVisitChats } from './crm-visit-chats.js';
export { CrmVisitors } from './crm-visitors.js';
export { CrmVisits } from './crm-visits.js';
export { elements } from './elements.js';
export { CrmPortalChangedEvent, CrmVisitorOpenEvent } from './events.js';
export type { Visit, VisitAction, VisitChat } from './visit.js';
export type { ShownVisitor } from './visitors-state.js';
