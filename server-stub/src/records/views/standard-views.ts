import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { CrmFailure } from '../errors.js';
import { stableId } from '../ids.js';
import type { Context, Module } from '../module.js';

/** A list view: which records of a module it shows. */
export interface View {
  id: string;
  name: string;
  systemName: string;
  default: boolean;
  /** Condition over the table `record`. */
  where(context: Context): RawBuilder<SqlBool>;
}

type Standard = Omit<View, 'id' | 'name'> & { label: (module: Module) => string };

const standard: Standard[] = [
  {
    systemName: 'ALLVIEWS',
    label: ({ plural }) => `All ${plural}`,
    default: true,
    where: () => sql`true`,
  },
  {
    systemName: 'MYVIEWS',
    label: ({ plural }) => `My ${plural}`,
    default: false,
    where: ({ access }) => sql`record.owner_id = ${access.userId}`,
  },
];

/** The views that every module has. */
export const standardViews = (module: Module): View[] =>
  standard.map(({ label, ...view }) => ({
    ...view,
    id: stableId(`${module.id}.${view.systemName}`),
    name: label(module),
  }));

/** @throws CrmFailure INVALID_DATA */
export function findView(module: Module, id: string): View {
  const view = standardViews(module).find((each) => each.id === id);
  if (!view)
    throw new CrmFailure(400, 'INVALID_DATA', 'the cvid given seems to be invalid', { param_name: 'cvid' });
  return view;
}
