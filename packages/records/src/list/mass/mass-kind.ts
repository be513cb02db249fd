/** What a dialog asks for. */
export type MassKind = 'update' | 'owner' | 'addTags' | 'removeTags' | 'delete';
