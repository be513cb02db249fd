import { sourceKinds, visitorTypes, type FieldDescription } from '@crm-elements/contract';
import { visitorFields, type VisitorField } from '@crm-elements/contract/visitor-fields';
import { describeVirtualField } from '../../records/index.js';

const labels: Record<VisitorField, string> = {
  Page_URL: 'Page URL',
  Page_Title: 'Page Title',
  Landing_Page: 'Landing Page',
  Referrer: 'Referrer',
  Source: 'Source',
  Source_Name: 'Source Name',
  Campaign: 'Campaign',
  Search_Keyword: 'Search Keyword',
  Browser: 'Browser',
  Operating_System: 'Operating System',
  Country: 'Country',
  Visitor_Type: 'Visitor Type',
  Returning: 'Returning Visitor',
  Number_Of_Visits: 'Number Of Visits',
  Days_Visited: 'Days Visited',
  Number_Of_Pages: 'Pages In This Visit',
  Seconds_On_Site: 'Seconds On Site',
  Seconds_On_Page: 'Seconds On Page',
  Visitor_Score: 'Visitor Score',
  Visitor_Name: 'Visitor Name',
  Email: 'Email',
  Portal_Name: 'Portal Name',
  Last_Event: 'Last Custom Event',
  Operators_Online: 'Operators Online',
};

const pickLists: Partial<Record<VisitorField, readonly string[]>> = {
  Source: sourceKinds,
  Visitor_Type: visitorTypes,
};

/** The fields of visitors, as the criteria editor takes them. */
export function describeVisitorFields(): FieldDescription[] {
  return (Object.keys(visitorFields) as VisitorField[]).map((apiName) =>
    describeVirtualField({
      apiName,
      label: labels[apiName],
      dataType: visitorFields[apiName],
      ...(pickLists[apiName] && { pickList: pickLists[apiName] }),
    }),
  );
}
