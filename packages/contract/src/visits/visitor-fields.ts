import type { FieldType } from '../criteria/field-types.js';
import type { OnlineVisitor } from './visitors.js';

/** What routing rules, triggers and rings compare, with the types of the criteria. */
export const visitorFields = {
  Page_URL: 'website',
  Page_Title: 'text',
  Landing_Page: 'website',
  Referrer: 'website',
  Source: 'picklist',
  Source_Name: 'text',
  Campaign: 'text',
  Search_Keyword: 'text',
  Browser: 'text',
  Operating_System: 'text',
  Country: 'text',
  Visitor_Type: 'picklist',
  Returning: 'boolean',
  Number_Of_Visits: 'integer',
  Days_Visited: 'integer',
  Number_Of_Pages: 'integer',
  Seconds_On_Site: 'integer',
  Seconds_On_Page: 'integer',
  Visitor_Score: 'integer',
  Visitor_Name: 'text',
  Email: 'email',
  Portal_Name: 'text',
  Last_Event: 'text',
  Operators_Online: 'boolean',
} as const satisfies Record<string, FieldType>;

export type VisitorField = keyof typeof visitorFields;

/** Type of a field by its name, as the criteria engine asks for it. */
export const visitorFieldType = (name: string): FieldType | undefined =>
  Object.hasOwn(visitorFields, name) ? visitorFields[name as VisitorField] : undefined;

interface Moment {
  /** Time by the server's clock, ms. */
  now: number;
  operatorsOnline: boolean;
}

const secondsSince = (instant: string, now: number) =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / 1_000));

/** A visitor's values at a moment. */
export function visitorValues(
  visitor: OnlineVisitor,
  { now, operatorsOnline }: Moment,
): Record<VisitorField, string | number | boolean | null> {
  return {
    Page_URL: visitor.page.url,
    Page_Title: visitor.page.title,
    Landing_Page: visitor.landing_page.url,
    Referrer: visitor.source.url,
    Source: visitor.source.kind,
    Source_Name: visitor.source.label,
    Campaign: visitor.campaign,
    Search_Keyword: visitor.search_keyword,
    Browser: visitor.browser,
    Operating_System: visitor.operating_system,
    Country: visitor.country,
    Visitor_Type: visitor.visitor_type,
    Returning: visitor.returning,
    Number_Of_Visits: visitor.visit_count,
    Days_Visited: visitor.day_count,
    Number_Of_Pages: visitor.page_count,
    Seconds_On_Site: secondsSince(visitor.started_at, now),
    Seconds_On_Page: secondsSince(visitor.page.at, now),
    Visitor_Score: visitor.score,
    Visitor_Name: visitor.record?.name ?? visitor.name,
    Email: visitor.email,
    Portal_Name: visitor.portal.name,
    Last_Event: visitor.last_event,
    Operators_Online: operatorsOnline,
  };
}
