import type { View } from '../views/standard-views.js';

/** A list view as `settings/custom_views` tells it. */
export const describeView = (view: View) => ({
  id: view.id,
  name: view.name,
  display_value: view.name,
  system_name: view.systemName,
  system_defined: true,
  default: view.default,
  category: 'public_views',
  access_type: 'public',
  criteria: null,
  fields: null,
  sort_by: null,
  sort_order: null,
  shared_to: null,
  favorite: null,
  locked: false,
});
