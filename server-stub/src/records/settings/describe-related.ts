import { stableId } from '../stable-id.js';
import type { Module, OrgModules } from '../module.js';

/** The related lists of a module, those that its records answer at `/{module}/{id}/{list}`. */
export const describeRelated = (module: Module, modules: OrgModules) =>
  module.related.map(({ apiName, module: target }, index) => ({
    id: stableId(`${module.id}.related.${apiName}`),
    api_name: apiName,
    display_label: apiName.replaceAll('_', ' '),
    name: apiName,
    module: { api_name: target, id: modules.find(target).id },
    href: `${module.apiName}/{ENTITYID}/${apiName}`,
    type: 'default',
    action: null,
    sequence_number: String(index + 1),
    status: 'visible',
    connectedmodule: null,
    linkingmodule: null,
  }));
