import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context, Module } from '../module.js';
import { tableOf } from '../storage/expressions.js';
import { rowsOf } from '../storage/visibility.js';
import type { Paths } from './paths.js';

/** `from` and `where` of a query: the rows of the module that the user may see, with what they refer to. */
export const fromVisible = (
  { access }: Context,
  module: Module,
  paths: Paths,
  where: RawBuilder<SqlBool>,
): RawBuilder<unknown> =>
  sql`from ${tableOf(module)} ${paths.joins()} where record.org_id = ${access.orgId} and record.module = ${module.apiName}
    and ${rowsOf(access, module)} and ${where}`;
