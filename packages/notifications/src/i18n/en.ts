import { counted } from '@crm-elements/core/lit';

/** How a kind is told: with the one who did it, and without. */
export interface Kind {
  by: string;
  alone: string;
  /** Its name among the preferences. */
  preference: string;
}

/** English words of the bell; this dictionary is the type of the others. */
export const en = {
  title: 'Notifications',
  unread: counted({ one: 'Notifications, {n} unread', other: 'Notifications, {n} unread' }),
  received: counted({
    one: 'You have {n} unread notification',
    other: 'You have {n} unread notifications',
  }),
  isUnread: 'Unread',
  markAllRead: 'Mark all read',
  readFailed: 'This could not be marked as read. Please try again.',
  today: 'Today',
  yesterday: 'Yesterday',
  empty: 'You are all caught up',
  emptyHint: 'When somebody gives you a record or a task, you are told here.',
  aRecord: 'a record',
  loadMore: 'Show older',
  loadingMore: 'Loading…',
  moreFailed: 'The next notifications could not be loaded.',
  preferences: 'Notification preferences',
  preferencesHint: 'You always see them here. Choose what comes by e-mail too.',
  byMail: 'By e-mail',
  chooseFailed: 'Your choice could not be saved. Please try again.',
  back: 'Back to the notifications',
  close: 'Close',
  kinds: {
    record_assigned: {
      by: '{actor} made you the owner of {record}',
      alone: 'You are now the owner of {record}',
      preference: 'A record is given to me',
    },
    task_assigned: {
      by: '{actor} gave you the task {record}',
      alone: 'You have a new task: {record}',
      preference: 'A task is given to me',
    },
    workflow_failed: {
      by: 'The rule {rule} has failed for {record}',
      alone: 'The rule {rule} has failed for {record}',
      preference: 'One of my workflow rules fails',
    },
    chat_missed: {
      by: 'Nobody answered {visitor} in the chat',
      alone: 'Nobody answered {visitor} in the chat',
      preference: 'A chat is missed',
    },
  } as Record<string, Kind>,
};
