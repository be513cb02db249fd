/** Asks for other columns. */
export class CrmColumnsChooseEvent extends Event {
  constructor(
    /** API names in their order; null for those of the list view. */
    readonly columns: readonly string[] | null,
  ) {
    super('crm-columns-choose', { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-columns-choose': CrmColumnsChooseEvent;
  }
}
