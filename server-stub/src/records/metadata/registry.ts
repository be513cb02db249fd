import type { Database, Db } from '../../platform/db/database.js';
import { listen } from '../../platform/outbox/listen.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import {
  findField,
  isAnnotated,
  type Module,
  type OrgModules,
  type OwnModule,
  type RelatedList,
} from '../module.js';
import { standardModules } from '../modules/index.js';
import { recordLists } from '../related/record-lists.js';
import { customField, customModule, ownModule, standardModule } from './build.js';
import { outsideField, type Extension } from './extension.js';
import { METADATA_CHANNEL, readCustomFields, readCustomModules } from './store.js';

/** The seam by which domains bring their modules and related lists into the one records API. */
export interface Modules {
  add(module: OwnModule): void;
  relate(parent: string, list: RelatedList): void;
  extend(extension: Extension): void;
  /** The modules of an organization: those of the code and those that its administrators made. */
  of(db: Db, orgId: string): Promise<OrgModules>;
  /** Forgets what is cached; the next reader sees what is stored now. */
  forget(): void;
  /** Keeps the cache of this node true to what other nodes change. @returns a function that stops it */
  follow(database: Database): () => Promise<void>;
}

export function createModules(): Modules {
  const own: OwnModule[] = [];
  const related = new Map<string, RelatedList[]>();
  const extensions: Extension[] = [];
  let cache = new Map<string, Promise<OrgModules>>();

  const read = async (db: Db, orgId: string): Promise<OrgModules> => {
    const [modules, fields] = [await readCustomModules(db, orgId), await readCustomFields(db, orgId)];
    const fieldsOf = (module: string) => fields.filter((field) => field.module === module).map(customField);
    const all = [
      ...standardModules.map((spec) => standardModule(spec, fieldsOf(spec.apiName))),
      ...own.map((spec) => ownModule(spec, fieldsOf(spec.apiName))),
      ...modules.map((spec) => customModule(spec, fieldsOf(spec.apiName))),
    ];
    for (const module of all) {
      module.belongsTo = parentsOf(module, all);
      module.related = [...recordLists(module, all), ...(related.get(module.apiName) ?? [])];
    }
    for (const extension of extensions) extendModules(all, extension, await extension.isOn(db, orgId));
    return orgModules(all);
  };

  return {
    add: (module) => void own.push(module),
    extend: (extension) => void extensions.push(extension),
    relate: (parent, list) => void related.set(parent, [...(related.get(parent) ?? []), list]),
    of(db, orgId) {
      const current = cache;
      const known = current.get(orgId);
      if (known) return known;
      const fresh = read(db, orgId);
      current.set(orgId, fresh);
      fresh.catch(() => current.delete(orgId));
      return fresh;
    },
    forget: () => void (cache = new Map()),
    follow: ({ pool }) => listen(pool, METADATA_CHANNEL, () => (cache = new Map())),
  };
}

/** The names stay reserved where the extension is off, so that it can come back. */
function extendModules(all: Module[], { modules, fields, related }: Extension, isOn: boolean): void {
  for (const module of all.filter(({ apiName }) => modules.includes(apiName))) {
    module.reserved = [...(module.reserved ?? []), ...fields.map(({ apiName }) => apiName)];
    if (!isOn) continue;
    module.fields.push(...fields.map((field) => outsideField(module.apiName, field)));
    module.related.push(...related);
  }
}

/** The modules that rows of a module may belong to, if they do. */
function parentsOf(module: Module, all: Module[]): Module['belongsTo'] {
  const field = module.parentField === undefined ? undefined : findField(module, module.parentField);
  return field && { field, modules: all.filter(isAnnotated) };
}

function orgModules(all: Module[]): OrgModules {
  const byName = new Map(all.map((module) => [module.apiName.toLowerCase(), module]));
  return {
    all,
    find(name) {
      const module = byName.get(name.toLowerCase());
      if (!module)
        throw new CrmFailure(400, 'INVALID_MODULE', 'the module name given seems to be invalid', {
          resource_path_index: 0,
        });
      return module;
    },
  };
}
