const intent = { bubbles: true, composed: true, cancelable: true };
const outcome = { bubbles: true, composed: true };

/** Asks to attach files to a record. */
export class CrmAttachmentAddEvent extends Event {
  constructor(readonly files: readonly File[]) {
    super('crm-attachment-add', intent);
  }
}

/** Tells that a file was attached. */
export class CrmAttachmentAddedEvent extends Event {
  constructor(
    /** Id of the attachment. */
    readonly attachmentId: string,
    readonly name: string,
  ) {
    super('crm-attachment-added', outcome);
  }
}

/** Asks to delete an attachment; the reader has said yes already. */
export class CrmAttachmentDeleteEvent extends Event {
  constructor(readonly attachmentId: string) {
    super('crm-attachment-delete', intent);
  }
}

/** Tells that an attachment was deleted. */
export class CrmAttachmentDeletedEvent extends Event {
  constructor(readonly attachmentId: string) {
    super('crm-attachment-deleted', outcome);
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-attachment-add': CrmAttachmentAddEvent;
    'crm-attachment-added': CrmAttachmentAddedEvent;
    'crm-attachment-delete': CrmAttachmentDeleteEvent;
    'crm-attachment-deleted': CrmAttachmentDeletedEvent;
  }
}
