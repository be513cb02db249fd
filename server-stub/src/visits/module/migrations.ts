import type { Migration } from '../../platform/db/migrate.js';

export const moduleMigrations: Migration[] = [
  {
    // Lists are ordered by the time spent, so a visit has to know it; `data` holds custom fields by their keys.
    name: 'visits-module-1',
    sql: `
      alter table visit add column engaged_ms bigint not null default 0, add column data jsonb not null default '{}',
        alter column started_at type timestamptz(3);
      update visit v set engaged_ms = a.engaged_ms
        from (select org_id, visit_id, sum(engaged_ms) as engaged_ms from visit_action where kind = 'page' group by 1, 2) a
        where a.org_id = v.org_id and a.visit_id = v.id;
      create index visit_started on visit (org_id, started_at, id) where entry_at is not null;
      create index visit_time_spent on visit (org_id, (round(engaged_ms / 60000.0, 2)), id) where entry_at is not null;
      create index visit_of_module on visit (org_id, record_module, id) where entry_at is not null and record_module is not null;
    `,
  },
  {
    // Robots are no visits; that they came tells why there are none.
    name: 'visits-module-2',
    sql: 'alter table portal_embed add column robot_at timestamptz',
  },
];
