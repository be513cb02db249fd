import type { CrmRecord, WorkflowActionType, WorkflowTrigger, WriteRow } from '@crm-elements/contract';
import type { RawBuilder, SqlBool } from 'kysely';
import type { Access } from '../identity/index.js';
import type { Db, Tx } from '../platform/db/database.js';
import type { Field, FieldSpec } from './fields/index.js';
import type { StandardView } from './views/view.js';
import type { InputRow } from './write/draft.js';

/** The workflow rule that makes a change, and how many rules set each other off before it. */
export interface Cause {
  rule: string;
  depth: number;
}

/** On whose behalf records are read and written, and the modules that their organization has. */
export interface Context {
  access: Access;
  modules: OrgModules;
  /** Absent where a person or another program makes the change. */
  cause?: Cause | undefined;
  /** Nobody is told of what is written: it is there from the start. */
  silent?: boolean;
}

/** A page by keyset: the rows after one row, in the order asked for. */
export interface PageRequest {
  limit: number;
  order: 'asc' | 'desc';
  /** API name of one of the module's `sorts`. */
  sortBy: string;
  /** Id of the last row of the page before. */
  after?: string | undefined;
  /** Value of the sort field in that row, where the order is not that of the ids. */
  afterValue?: string | undefined;
  offset: number;
  /** API names of the fields that will be shown; all when absent. */
  fields?: string[] | undefined;
  /** Only these records. */
  ids?: string[] | undefined;
  modifiedSince?: Date | undefined;
  /** A further condition over the module's rows, which are called `record`. */
  where?: RawBuilder<SqlBool> | undefined;
  /** Only rows of this portal, where the module has portals. */
  portalId?: string | undefined;
}

export interface Page {
  records: CrmRecord[];
  /** The sort field of each record, exactly; absent where the order is that of the ids. */
  sortValues?: string[];
}

/** Where a module's rows come from; always within one organization, and only what the user may see. */
export interface RecordSource {
  page(db: Db, context: Context, module: Module, request: PageRequest): Promise<Page>;
  get(
    db: Db,
    context: Context,
    module: Module,
    id: string,
    fields?: string[],
  ): Promise<CrmRecord | undefined>;
}

/** The record whose related list is meant. */
export interface Parent {
  module: Module;
  id: string;
}

type WriteRelated<T> = (tx: Tx, context: Context, parent: Parent, rows: T[]) => Promise<WriteRow[]>;

/** Rows of another module that belong to one record. What is absent is not supported. */
export interface RelatedList {
  apiName: string;
  /** Module of the rows; its `view` right is needed. */
  module: string;
  page(db: Db, context: Context, parent: Parent, request: PageRequest): Promise<CrmRecord[]>;
  /** Makes rows that belong to the record. */
  insert?: WriteRelated<InputRow>;
  /** Links the rows, named by their `id`, to the record, or changes those that are linked. */
  update?: WriteRelated<InputRow>;
  /** Takes rows away from the record, by their ids. */
  remove?: WriteRelated<string>;
}

/** What workflow rules of a module may be made of. */
export interface WorkflowSupport {
  triggers: readonly WorkflowTrigger[];
  actions: readonly WorkflowActionType[];
  /** Lookup to the person whom a record is about, where it is none itself. */
  person?: string;
}

/** Rows of a module with tables of its own, as the one query engine reads them. */
export interface OwnRows {
  /**
   * A subquery with a column for each field and `org_id`, `id`, `module`, `owner_id`, `name`, `created_time`,
   * `modified_time`, `converted` and `data`; one that can be locked: what is joined is a subquery of its columns.
   */
  select: RawBuilder<unknown>;
  /** Fields by which lists can be sorted besides the id: never empty, with an index. */
  sorts: readonly string[];
  /** Column with the id of the portal that a row comes from. */
  portalColumn?: string;
  /** People give its rows fields of their own, notes and files. */
  extensible?: boolean;
  /** Adds to a record what none of its fields holds. */
  complete?(row: Readonly<Record<string, unknown>>, record: CrmRecord): void;
  /** Removes rows for good; absent: nobody can. */
  remove?(tx: Tx, orgId: string, ids: string[]): Promise<void>;
}

/** A module as an organization has it. */
export interface Module {
  id: string;
  apiName: string;
  singular: string;
  plural: string;
  custom: boolean;
  /** Whether its rows live in the table `record` and the API may write them; visits are written by visitors alone. */
  writable: boolean;
  /** API name of the field that names a record. */
  nameField: string | undefined;
  /** Fields that find the record an upsert means, in their order. */
  duplicateChecks: readonly string[];
  fields: Field[];
  /** API names that no custom field may have, whether a field has them now or not. */
  reserved?: string[];
  source: RecordSource;
  /** Absent: its rows live in the table `record`, or are read in related lists alone. */
  rows?: OwnRows | undefined;
  /** Fields by which lists can be sorted. */
  sorts: readonly string[];
  /** List views that it has instead of those of every module. */
  views?: readonly StandardView[] | undefined;
  related: RelatedList[];
  /** Lookup field with the record that a row belongs to, if rows do. */
  parentField?: string | undefined;
  /** That field and where it leads: who may see or edit the record may do so with its rows. */
  belongsTo?: { field: Field; modules: Module[] } | undefined;
  /** See `OwnModule`. */
  dependent?: boolean;
  /** Absent: no rules can be made for it. */
  workflow?: WorkflowSupport | undefined;
}

/** A module that a domain brings with tables of its own; read-only through the records API. */
export interface OwnModule {
  apiName: string;
  singular: string;
  plural: string;
  fields: FieldSpec[];
  rows?: OwnRows;
  /** Where the rows come from that no engine reads; of either, one is there. */
  source?: RecordSource;
  /** Instead of the list views of every module. */
  views?: readonly StandardView[];
  /** Its rows belong to records of other modules and are seen with them: profiles have no right of its own. */
  dependent?: boolean;
  /** Absent: no rules can be made for it. */
  workflow?: WorkflowSupport;
}

/** The modules of one organization. */
export interface OrgModules {
  all: Module[];
  /** Names are case-insensitive. @throws CrmFailure INVALID_MODULE */
  find(name: string): Module;
}

/** Whether lists, searches and queries can read a module. */
export const isQueryable = ({ writable, rows }: Pick<Module, 'writable' | 'rows'>): boolean =>
  writable || rows !== undefined;

/** Whether records of a module may have notes and files. */
export const isAnnotated = ({ writable, parentField, rows }: Module): boolean =>
  writable ? parentField === undefined : rows?.extensible === true;

export const findField = (module: Module, apiName: string): Field | undefined =>
  module.fields.find((field) => field.apiName === apiName);
