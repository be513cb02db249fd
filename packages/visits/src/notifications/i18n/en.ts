import { counted } from '@crm-elements/core/lit';

/** English words for the notifications of visitors; this dictionary is the type of the others. */
export const en = {
  title: 'Visitor notifications',
  unseen: counted({ one: 'Visitor notifications, {n} new', other: 'Visitor notifications, {n} new' }),
  popUps: 'New visitors',
  arrived: {
    Customer: 'Customer online',
    Potential: 'Potential customer online',
    Lead: 'Lead online',
    Contact: 'Contact online',
    Unknown: 'Unknown visitor online',
  },
  isOn: (name: string, page: string) => `${name} is on ${page}`,
  cameMany: counted({
    one: '{n} new visitor on the site',
    other: '{n} new visitors on the site',
  }),
  from: (source: string) => `From ${source}`,
  more: counted({ one: '{n} more', other: '{n} more' }),
  dismiss: (name: string) => `Dismiss ${name}`,
  dismissAll: 'Dismiss all',
  empty: 'Nobody has come yet',
  emptyHint: 'When a visitor whom you follow comes to your site, you are told here.',
  off: 'Visitor notification is off',
  offHint: 'An administrator can switch it on in Setup, in the configuration of a portal.',
  left: 'has left',
  settings: 'Notification settings',
  back: 'Back to the notifications',
  close: 'Close',
  tellOf: 'Tell me of',
  how: 'How',
  sound: 'Sound',
  soundHint: 'A short tone, in one tab only.',
  desktop: 'On the desktop',
  desktopHint: {
    unsupported: 'This browser has no desktop notifications.',
    default: 'While the CRM is out of sight. Your browser asks once whether it may.',
    granted: 'While the CRM is out of sight.',
    denied: 'Your browser blocks them for this site. Allow them in its settings for the site.',
  },
  keys: 'F6 leads to the pop-ups, Escape dismisses one.',
};
