import type { Opening } from './window/visitor-store.js';

const asks = { bubbles: true, composed: true, cancelable: true };
const tells = { bubbles: true, composed: true };

/** A message is about to be sent; cancelled, it stays in the composer. */
export class CrmChatSendEvent extends Event {
  constructor(
    readonly conversationId: string,
    readonly text: string,
  ) {
    super('crm-chat-send', asks);
  }
}

/** A visitor is about to begin a conversation; cancelled, the form stays. */
export class CrmChatStartEvent extends Event {
  constructor(readonly opening: Opening) {
    super('crm-chat-start', asks);
  }
}

/** An operator is about to take a waiting conversation. */
export class CrmChatAcceptEvent extends Event {
  constructor(readonly conversationId: string) {
    super('crm-chat-accept', asks);
  }
}

/** The operator has it now. */
export class CrmChatAcceptedEvent extends Event {
  constructor(readonly conversationId: string) {
    super('crm-chat-accepted', tells);
  }
}

/** Somebody is about to end a conversation. */
export class CrmChatEndEvent extends Event {
  constructor(readonly conversationId: string) {
    super('crm-chat-end', asks);
  }
}

/** The conversation that is shown has ended, by either side. */
export class CrmChatEndedEvent extends Event {
  constructor(readonly conversationId: string) {
    super('crm-chat-ended', tells);
  }
}

/** The visitor is about to close the window. */
export class CrmChatCloseEvent extends Event {
  constructor() {
    super('crm-chat-close', asks);
  }
}

/** The window is closed. */
export class CrmChatClosedEvent extends Event {
  constructor() {
    super('crm-chat-closed', tells);
  }
}

/** The number of messages that the visitor has not read is another one. */
export class CrmChatUnreadChangedEvent extends Event {
  constructor(readonly count: number) {
    super('crm-chat-unread-changed', tells);
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-chat-send': CrmChatSendEvent;
    'crm-chat-start': CrmChatStartEvent;
    'crm-chat-accept': CrmChatAcceptEvent;
    'crm-chat-accepted': CrmChatAcceptedEvent;
    'crm-chat-end': CrmChatEndEvent;
    'crm-chat-ended': CrmChatEndedEvent;
    'crm-chat-close': CrmChatCloseEvent;
    'crm-chat-closed': CrmChatClosedEvent;
    'crm-chat-unread-changed': CrmChatUnreadChangedEvent;
  }
}
