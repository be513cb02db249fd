import type { Generated } from 'kysely';
import type { Migration } from '../db/migrate.js';

/** Tokens are looked up by their hash before the organization is known, so the hash is the key. */
export const authMigrations: Migration[] = [
  {
    name: 'auth-1',
    sql: `
      create table oauth_client (id text primary key, org_id bigint not null, secret_hash bytea not null);
      create table refresh_token (
        hash bytea primary key, org_id bigint not null, client_id text not null, user_id bigint not null,
        scope text not null, demo boolean not null default false, created_at timestamptz not null default now());
      create table access_token (
        hash bytea primary key, org_id bigint not null, refresh_hash bytea, user_id bigint not null,
        scope text not null, origin text, demo boolean not null default false, expires_at timestamptz not null);
      create index access_token_expiry on access_token (expires_at);
    `,
  },
  {
    // The revision grows with every change to what users of an organization may do, whoever makes it:
    // triggers on the tables that hold rights call touch_rights().
    name: 'auth-2',
    sql: `
      create table rights_revision (org_id bigint primary key, revision bigint not null);
      create function touch_rights() returns trigger language plpgsql as $$
      declare org bigint := coalesce(new.org_id, old.org_id);
      begin
        insert into rights_revision (org_id, revision) values (org, 1)
        on conflict (org_id) do update set revision = rights_revision.revision + 1;
        perform pg_notify('rights', org::text);
        return null;
      end $$;
    `,
  },
  {
    name: 'auth-3',
    sql: `
      alter table oauth_client add column name text not null default '', add column redirect_uris text[] not null default '{}',
        add column created_at timestamptz not null default now();
      create index oauth_client_org on oauth_client (org_id);
      create table oauth_code (
        hash bytea primary key, org_id bigint not null, client_id text not null, user_id bigint not null,
        scope text not null, redirect_uri text, challenge text, challenge_method text,
        demo boolean not null, expires_at timestamptz not null);
      create index oauth_code_expiry on oauth_code (expires_at);
      create index refresh_token_client on refresh_token (client_id);
      create index access_token_refresh on access_token (refresh_hash);
    `,
  },
];

/** Notified with the id of an organization when rights or tokens of it were changed or taken away. */
export const RIGHTS_CHANNEL = 'rights';

declare module '../db/tables.js' {
  interface Tables {
    rights_revision: { org_id: string; revision: string };
    oauth_client: {
      id: string;
      org_id: string;
      secret_hash: Buffer;
      name: Generated<string>;
      redirect_uris: Generated<string[]>;
      created_at: Generated<Date>;
    };
    oauth_code: {
      hash: Buffer;
      org_id: string;
      client_id: string;
      user_id: string;
      scope: string;
      redirect_uri: string | null;
      challenge: string | null;
      challenge_method: string | null;
      demo: boolean;
      expires_at: Date;
    };
    refresh_token: {
      hash: Buffer;
      org_id: string;
      client_id: string;
      user_id: string;
      scope: string;
      demo: boolean;
    };
    access_token: {
      hash: Buffer;
      org_id: string;
      refresh_hash: Buffer | null;
      user_id: string;
      scope: string;
      origin: string | null;
      demo: boolean;
      expires_at: Date;
    };
  }
}
