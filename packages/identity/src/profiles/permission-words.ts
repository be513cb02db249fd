import type { Words } from '../i18n/index.js';
import type { Category, Permission } from './profile.js';

const PREFIX = 'Crm_Implied_';

/** What a permission of a module allows: `View` of `Crm_Implied_View_Leads`; else its whole name. */
export function actionOf({ name, module }: Permission): string {
  const plain = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
  const end = `_${module ?? ''}`;
  return module !== null && plain.endsWith(end) ? plain.slice(0, -end.length) : plain;
}

type Known = Readonly<Record<string, string>>;

/** The name of a permission in the reader's language; the server's where we have none. */
export const permissionLabel = (permission: Permission, { permissions }: Words): string =>
  (permissions as Known)[actionOf(permission)] ?? permission.label;

export const categoryLabel = ({ name, label }: Category, { sections }: Words): string =>
  (sections as Known)[name] ?? label;
