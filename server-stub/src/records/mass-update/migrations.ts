import type { Migration } from '../../platform/db/migrate.js';

export const massUpdateMigrations: Migration[] = [
  {
    name: 'records-mass-update-1',
    sql: `
      create table mass_update (
        org_id bigint not null, id bigint not null, module text not null, user_id bigint not null, row jsonb not null,
        view_id bigint, criteria text, total int not null, updated int not null default 0, failed int not null default 0,
        last_id bigint not null default 0, status text not null default 'SCHEDULED', created_time timestamptz not null default now(),
        primary key (org_id, id));
    `,
  },
  {
    name: 'records-mass-update-2',
    sql: `alter table mass_update add column failures jsonb not null default '{}';`,
  },
];

/** Why records could not be changed, by their ids: those of the first that could not. */
type MassUpdateFailures = Record<string, { code: string; message: string }>;

declare module '../../platform/db/tables.js' {
  interface Tables {
    mass_update: {
      org_id: string;
      id: string;
      module: string;
      user_id: string;
      row: Record<string, unknown>;
      view_id: string | null;
      criteria: string | null;
      total: number;
      updated: number;
      failed: number;
      failures: MassUpdateFailures;
      last_id: string;
      status: 'SCHEDULED' | 'RUNNING' | 'COMPLETED' | 'FAILED';
    };
  }
}
