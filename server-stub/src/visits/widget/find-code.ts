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

const find = async (db: Db, from: RawBuilder<unknown>, own: RawBuilder<SqlBool>): Promise<Code | null> => {
  const { rows } = await sql<Row>`
    select e.public_key, e.show_chat_icon from ${from} order by ${own} desc, e.id limit 1`.execute(db);
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
 * By names, as the oldest codes of SalesIQ do: of our portal and its code (or the code's public key), or those that an
 * embed code follows. Without a code's name it is the portal's first.
 */
export const findByNames = (db: Db, portal: string, name: string): Promise<Code | null> =>
  find(
    db,
    sql`portal_embed e join portal p on p.org_id = e.org_id and p.id = e.portal_id
      where e.former_code = ${nameOf(portal, name)}
        or (lower(p.screen_name) = ${portal.toLowerCase()}
          and (${name} in ('', e.public_key)
            or regexp_replace(lower(e.name), '[^[:alnum:]]', '', 'g') = regexp_replace(lower(${name}), '[^[:alnum:]]', '', 'g')))`,
    sql`(e.former_code is distinct from ${nameOf(portal, name)})`,
  );
