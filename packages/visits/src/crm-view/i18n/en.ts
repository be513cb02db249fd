import { counted } from '@crm-elements/core/lit';

/** English words of the CRM view; this dictionary is the type of the others. */
export const en = {
  view: 'CRM view',
  groups: {
    customers: 'Customers',
    potential_customers: 'Potential Customers',
    leads_contacts: 'Leads/Contacts',
  },
  groupHints: {
    customers: 'Contacts with at least one deal that was won.',
    potential_customers: 'Contacts with at least one deal in the pipeline.',
    leads_contacts: 'Leads, and contacts without deals.',
  },
  empty: 'Nobody here yet',
  people: 'People',
  visits: counted({ one: '{n} visit', other: '{n} visits' }),
  choose: 'Choose somebody',
  chooseHint: 'What they did on the site and what the CRM holds of them is shown here.',
  back: 'All people',
  openRecord: 'Open record',
  tabs: {
    information: 'Information',
    pages: 'Page Views',
    chats: 'Chat History',
    visits: 'Visit History',
    conversations: 'Conversations',
    timeline: 'Timeline',
  },
  facts: {
    email: 'E-mail',
    phone: 'Phone',
    score: 'Visitor Score',
    visits: 'Visits',
    days: 'Days Visited',
    chats: 'Number Of Chats',
    lastVisit: 'Last Visited Time',
    lastPage: 'Last page',
    revenue: 'Revenue',
    pipeline: 'Deals in the pipeline',
  },
  nothing: {
    pages: 'No pages were viewed yet.',
    chats: 'There was no chat yet.',
    visits: 'No visits yet.',
    conversations: 'No conversations yet.',
    timeline: 'Nothing happened yet.',
  },
  kinds: {
    visit: 'Visit',
    page: 'Page',
    chat: 'Chat',
    deal: 'Deal',
    task: 'Task',
    event: 'Meeting',
    note: 'Note',
  },
};
