import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { nameOf } from '../setup/former-code.js';

/** What the script has to know of an embed code. */
export interface Code {
  /** Public key. */
  portal: string;
  /** The launcher stays away. */
  chat?: 'hidden';
}

interface Row {
  public_key: string;
  show_chat_icon: boolean;
}

/** @param best what comes first */
const find = async (db: Db, from: RawBuilder<unknown>, best: RawBuilder<unknown>): Promise<Code | null> => {
  const { rows } = await sql<Row>`
    select e.public_key, e.show_chat_icon from ${from} order by ${best} desc, e.id limit 1`.execute(db);
  const [code] = rows;
  if (!code) return null;
  return { portal: code.public_key, ...(!code.show_chat_icon && { chat: 'hidden' }) };
};

/** The embed code with this public key; else the one that follows this widget code of SalesIQ. */
export const findByWidgetCode = (db: Db, code: string): Promise<Code | null> =>
  find(
    db,
    sql`portal_embed e where e.public_key = ${code} or e.former_code = ${code}`,
    sql`(e.public_key = ${code})`,
  );

/**
 * By names, as the oldest codes of SalesIQ do: those that an embed code follows; else of our portal and its code, or the
 * code's public key. A portal that has no code of that name gives its first one.
 */
export const findByNames = (db: Db, portal: string, name: string): Promise<Code | null> => {
  const former = sql<SqlBool>`(e.former_code is not distinct from ${nameOf(portal, name)})`;
  const plain = (text: RawBuilder<unknown>) => sql`regexp_replace(lower(${text}), '[^[:alnum:]]', '', 'g')`;
  return find(
    db,
    sql`portal_embed e join portal p on p.org_id = e.org_id and p.id = e.portal_id
      where ${former} or lower(p.screen_name) = ${portal.toLowerCase()}`,
    sql`${former} desc, e.public_key = ${name} desc, ${plain(sql`e.name`)} = ${plain(sql`${name}::text`)}`,
  );
};
