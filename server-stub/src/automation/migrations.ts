import type { Migration } from '../platform/db/migrate.js';

/**
 * `sent_email` outlives the log: it belongs to the history of the records. `due_at` of a run: when what it does within the database is to be done; of an action: when it is to be sent. Null
 * when nothing waits. Who sends holds the `lease` and has moved `due_at` ahead, so that another node takes over
 * where it dies.
 */
export const automationMigrations: Migration[] = [
  {
    name: 'automation-1',
    sql: `
      create table workflow_rule (
        org_id bigint not null, id bigint not null, client_id uuid not null, name text not null, description text not null,
        module text not null, active boolean not null, trigger text not null, fields text[] not null, criteria text,
        actions jsonb not null, modified_by bigint not null, modified_at timestamptz not null default now(),
        primary key (org_id, id), unique (org_id, client_id));
      create table workflow_revision (org_id bigint primary key, revision bigint not null);
      create table workflow_run (
        org_id bigint not null, id bigint not null, event_id bigint not null, rule_id bigint not null, rule_name text not null,
        owner_id bigint not null, module text not null, record_id bigint not null, trigger text not null,
        actor_id bigint not null, depth int not null, actions jsonb not null, status text not null,
        due_at timestamptz, started_at timestamptz not null default now(),
        primary key (org_id, id), unique (org_id, event_id, rule_id));
      create index workflow_run_due on workflow_run (due_at, id) where due_at is not null;
      create index workflow_run_of_rule on workflow_run (org_id, rule_id, id);
      create index workflow_run_of_record on workflow_run (org_id, record_id, id);
      create index workflow_run_not_done on workflow_run (org_id, status, id) where status <> 'done';
      create index workflow_run_started on workflow_run (started_at);
      create table workflow_run_action (
        org_id bigint not null, run_id bigint not null, position int not null, type text not null, status text not null,
        payload jsonb, attempts int not null default 0, due_at timestamptz, lease bigint,
        error_code text, error_message text, finished_at timestamptz, primary key (org_id, run_id, position));
      create index workflow_run_action_due on workflow_run_action (due_at) where due_at is not null;
    `,
  },
  {
    name: 'automation-2',
    sql: `
      create table sent_email (
        org_id bigint not null, id bigint not null, run_id bigint not null, position int not null, record_id bigint not null,
        address text not null, subject text not null, text text not null, sent_at timestamptz(3) not null default now(),
        primary key (org_id, id), unique (org_id, run_id, position));
      create index sent_email_record on sent_email (org_id, record_id, sent_at, id);
    `,
  },
];
