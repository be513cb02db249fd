/** A visit has begun, moved on, ended or got a name. */
export const VISIT_CHANGED = 'visit.changed';
/** A visitor said who they are, by a form or by the page. */
export const IDENTIFIED = 'visitor.identified';

/** A page told values of its own: a form, an event, who the visitor is. */
export const VALUES_TOLD = 'visit.values_told';

/** Between two pages a visitor is nowhere for a moment; live lists are told of a leave after this. */
export const LEAVE_GRACE_SECONDS = 1.5;
/** Something other than a new page happened that rules over visitors compare: a custom event. */
export const VISIT_ACTED = 'visit.acted';
/** A rule over visitors compares time, and the time has come. */
export const VISIT_DUE = 'visit.due';
