import { visitorTypes } from '@crm-elements/contract';
import { ANY_MODULE, marketingFields, type FieldSpec } from '../../records/index.js';
import { readOnly } from './read-only.js';

/** The sixteen standard fields of a visit, then those of its campaign. */
export const visitFields: FieldSpec[] = [
  readOnly('IP_Address', 'text', 'ip_address'),
  readOnly('Visited_By', 'lookup', 'record_id', { lookup: ANY_MODULE }),
  readOnly('Visited_Page', 'text', 'name'),
  readOnly('Time_Spent_Minutes', 'double', 'time_spent', { label: 'Time Spent (Minutes)' }),
  readOnly('Referrer', 'website', 'referrer'),
  readOnly('User_Agents', 'text', 'user_agent'),
  readOnly('Attended_By', 'ownerlookup', 'attended_by'),
  readOnly('Visited_Page_URL', 'website', 'entry_url'),
  readOnly('Browser', 'text', 'browser'),
  readOnly('Visitor_Type', 'picklist', 'visitor_type', { pickList: visitorTypes }),
  readOnly('Revenue', 'double', 'revenue'),
  readOnly('Visited_Time', 'datetime', 'created_time'),
  readOnly('Search_Keyword', 'text', 'search_keyword'),
  readOnly('Search_Engine', 'text', 'search_engine'),
  readOnly('Operating_System', 'text', 'operating_system'),
  readOnly('Portal_Name', 'text', 'portal_name'),
  ...marketingFields.map((field) => ({
    ...field,
    column: field.apiName.toLowerCase(),
  })),
];

const actionTypes = ['Accessed', 'Navigation', 'Chat'] as const;

export const actionFields: FieldSpec[] = [
  readOnly('Action_Type', 'picklist', 'action_type', { pickList: actionTypes }),
  readOnly('Actions', 'text', 'name'),
  readOnly('Time_Spent', 'double', 'time_spent', { label: 'Time Spent (Minutes)' }),
  readOnly('Action_Performed_Time', 'datetime', 'created_time'),
  readOnly('Visit', 'lookup', 'visit_id', { lookup: 'Visits' }),
];
