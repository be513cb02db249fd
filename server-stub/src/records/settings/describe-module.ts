import type { Access } from '../../identity/index.js';
import { isAnnotated, type Module } from '../module.js';

/** A module as `settings/modules` tells it to this user. */
export function describeModule(module: Module, access: Access) {
  const { writable } = module;
  const viewable = access.may(module.apiName, 'view');
  return {
    id: module.id,
    api_name: module.apiName,
    module_name: module.apiName,
    singular_label: module.singular,
    plural_label: module.plural,
    generated_type: module.custom ? ('custom' as const) : ('default' as const),
    api_supported: true,
    creatable: writable && access.may(module.apiName, 'create'),
    editable: writable && access.may(module.apiName, 'edit'),
    annotatable: isAnnotated(module) && access.may(module.apiName, writable ? 'edit' : 'view'),
    deletable: (writable || module.rows?.remove !== undefined) && access.may(module.apiName, 'delete'),
    viewable,
    visible: viewable,
    show_as_tab: access.showsTab(module.apiName),
    feeds_required: writable,
    global_search_supported: writable,
    quick_create: writable,
    presence_sub_menu: true,
    triggers_supported: writable,
    filter_supported: true,
    emailTemplate_support: false,
    webform_supported: false,
    inventory_template_supported: false,
    business_card_field_limit: 5,
    parent_module: {},
    profiles: [],
    status: 'visible',
  };
}
