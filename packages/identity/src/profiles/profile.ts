import { textOf, type ApiRow, type Named } from '../shared/named.js';

/** A profile without what it allows. */
export interface ProfileSummary extends Named {
  description: string;
  /** Made by the organization; the others come with the product and cannot be deleted. */
  isCustom: boolean;
}

/** A right that a profile gives, or does not. */
export interface Permission {
  id: string;
  /** `Crm_Implied_View_Leads`. */
  name: string;
  label: string;
  /** Module that it is about; null for the general ones. */
  module: string | null;
  isEnabled: boolean;
  isChangeable: boolean;
  /** Rights that it needs. */
  parents: readonly string[];
}

export interface Category {
  name: string;
  label: string;
  module: string | null;
  /** Ids of its permissions. */
  permissions: readonly string[];
}

interface Section {
  name: string;
  categories: readonly Category[];
}

/** A profile with everything that it allows and does not. */
export interface Profile extends ProfileSummary {
  permissions: readonly Permission[];
  sections: readonly Section[];
}

export const toSummary = (row: ApiRow): ProfileSummary => ({
  id: textOf(row.id),
  name: textOf(row.display_label) || textOf(row.name),
  description: textOf(row.description),
  isCustom: row.custom === true,
});

export function toProfile(row: ApiRow): Profile {
  const permissions = rowsOf(row.permissions_details).map(toPermission);
  const sections = rowsOf(row.sections).map((section) => ({
    name: textOf(section.name),
    categories: rowsOf(section.categories).map(toCategory),
  }));
  return { ...toSummary(row), permissions, sections };
}

const toCategory = (row: ApiRow): Category => ({
  name: textOf(row.name),
  label: textOf(row.display_label),
  module: textOf(row.module) || null,
  permissions: idsOf(row.permissions_details),
});

const toPermission = (row: ApiRow): Permission => ({
  id: textOf(row.id),
  name: textOf(row.name),
  label: textOf(row.display_label),
  module: textOf(row.module) || null,
  isEnabled: row.enabled === true,
  isChangeable: row.customizable === true,
  parents: idsOf(row.parent_permissions),
});

const rowsOf = (value: unknown): ApiRow[] => (Array.isArray(value) ? (value as ApiRow[]) : []);
const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
