import type { CrmRecord } from '@crm-elements/contract';

/** The sixteen fields of a visit, in the order of the list. The site fills them; nobody can change them. */
export const visitFields = [
  'Visited_By',
  'Visited_Time',
  'Visited_Page',
  'Visited_Page_URL',
  'Time_Spent_Minutes',
  'Visitor_Type',
  'Referrer',
  'Search_Engine',
  'Search_Keyword',
  'Browser',
  'Operating_System',
  'IP_Address',
  'Portal_Name',
  'Attended_By',
  'Revenue',
  'User_Agents',
] as const;

export type VisitField = (typeof visitFields)[number];

/** A record that is named in a field. */
interface Named {
  id: string | null;
  name: string;
}

/** A record of the module Visits. */
export interface Visit extends CrmRecord {
  Visited_By: (Named & { module?: { api_name: string } }) | null;
  Visited_Time: string | null;
  Visited_Page: string | null;
  Visited_Page_URL: string | null;
  Time_Spent_Minutes: number | null;
  Visitor_Type: string | null;
  Referrer: string | null;
  Search_Engine: string | null;
  Search_Keyword: string | null;
  Browser: string | null;
  Operating_System: string | null;
  IP_Address: string | null;
  Portal_Name: string | null;
  Attended_By: Named | null;
  Revenue: number | null;
  User_Agents: string | null;
  /** The visit is going on. */
  $online: boolean;
}

/** A row of the related list Chat Transcripts. */
export interface VisitChat extends CrmRecord {
  /** Who answered; null where nobody did. */
  Attended_By: { id: string; name: string } | null;
  Started_Time: string;
  Ended_Time: string | null;
  Transcript: { author: 'visitor' | 'operator'; name: string | null; text: string; at: string }[];
}

/** A row of the related list Actions Performed. */
export interface VisitAction extends CrmRecord {
  Action_Type: string;
  /** Title of the page, or its URL. */
  Actions: string;
  Page_URL: string | null;
  /** Minutes. */
  Time_Spent: number | null;
  Action_Performed_Time: string;
}
