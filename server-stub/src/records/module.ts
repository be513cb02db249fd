import type { CrmRecord } from '@crm-elements/contract';
import type { Db } from '../platform/db/database.js';
import { CrmFailure } from './errors.js';

export type DataType =
  | 'text'
  | 'email'
  | 'phone'
  | 'website'
  | 'textarea'
  | 'integer'
  | 'double'
  | 'datetime'
  | 'picklist'
  | 'lookup'
  | 'ownerlookup';

export interface Field {
  apiName: string;
  label: string;
  dataType: DataType;
  maxLength?: number;
  mandatory?: boolean;
  readOnly?: boolean;
}

/** A page by keyset: rows after an id, in the order of ids. */
export interface PageRequest {
  limit: number;
  order: 'asc' | 'desc';
  /** Id of the last row of the page before. */
  after?: string | undefined;
  offset: number;
  /** Only rows of this portal, where the module has portals. */
  portalId?: string | undefined;
}

/** Where a module's rows come from; always within one organization. */
export interface RecordSource {
  page(db: Db, orgId: string, request: PageRequest): Promise<CrmRecord[]>;
  get(db: Db, orgId: string, id: string): Promise<CrmRecord | undefined>;
}

/** Rows of another module that belong to one record. */
export interface RelatedList {
  apiName: string;
  /** Module whose `view` right the list needs. */
  module: string;
  page(db: Db, orgId: string, parentId: string, request: PageRequest): Promise<CrmRecord[]>;
}

export interface Module {
  apiName: string;
  singular: string;
  plural: string;
  fields: Field[];
  /** Whether the API may write; visits are written by visitors alone. */
  creatable: boolean;
  source: RecordSource;
  related: RelatedList[];
}

/** The seam by which domains bring their modules and related lists into the one records API. */
export interface Modules {
  add(module: Module): void;
  relate(parent: string, list: RelatedList): void;
  /** Names are case-insensitive. @throws CrmFailure INVALID_MODULE */
  find(name: string): Module;
}

export function createModules(): Modules {
  const modules = new Map<string, Module>();
  const find = (name: string) => {
    const module = modules.get(name.toLowerCase());
    if (!module)
      throw new CrmFailure(400, 'INVALID_MODULE', 'the module name given seems to be invalid', {
        resource_path_index: 0,
      });
    return module;
  };
  return {
    add: (module) => void modules.set(module.apiName.toLowerCase(), module),
    relate: (parent, list) => void find(parent).related.push(list),
    find,
  };
}
