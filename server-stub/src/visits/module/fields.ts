import type { FieldSpec } from '../../records/index.js';

const text = (apiName: string, label: string): FieldSpec => ({
  apiName,
  label,
  dataType: 'text',
  readOnly: true,
});

/** The sixteen standard fields of a visit; all are filled by the tracker and none can be changed. */
export const visitFields: FieldSpec[] = [
  text('IP_Address', 'IP Address'),
  { apiName: 'Visited_By', label: 'Visited By', dataType: 'lookup', lookup: 'se_module', readOnly: true },
  text('Visited_Page', 'Visited Page'),
  { apiName: 'Time_Spent_Minutes', label: 'Time Spent (Minutes)', dataType: 'double', readOnly: true },
  { apiName: 'Referrer', label: 'Referrer', dataType: 'website', readOnly: true },
  text('User_Agents', 'User Agents'),
  { apiName: 'Attended_By', label: 'Attended By', dataType: 'ownerlookup', readOnly: true },
  { apiName: 'Visited_Page_URL', label: 'Visited Page URL', dataType: 'website', readOnly: true },
  text('Browser', 'Browser'),
  { apiName: 'Visitor_Type', label: 'Visitor Type', dataType: 'picklist', readOnly: true },
  { apiName: 'Revenue', label: 'Revenue', dataType: 'double', readOnly: true },
  { apiName: 'Visited_Time', label: 'Visited Time', dataType: 'datetime', readOnly: true },
  text('Search_Keyword', 'Search Keyword'),
  text('Search_Engine', 'Search Engine'),
  text('Operating_System', 'Operating System'),
  text('Portal_Name', 'Portal Name'),
];

export const actionFields: FieldSpec[] = [
  { apiName: 'Action_Type', label: 'Action Type', dataType: 'picklist', readOnly: true },
  text('Actions', 'Actions'),
  { apiName: 'Time_Spent', label: 'Time Spent', dataType: 'double', readOnly: true },
  { apiName: 'Action_Performed_Time', label: 'Action Performed Time', dataType: 'datetime', readOnly: true },
];
