import type { Migration } from '../../platform/db/migrate.js';

/**
 * The words of a record, each with its organization before it, so that a search stays within one. E-mail addresses
 * count whole too, telephone numbers as their digits.
 */
export const searchMigrations: Migration[] = [
  {
    name: 'records-search-1',
    sql: `
      create function record_words(org_id bigint, data jsonb) returns tsvector language sql immutable strict parallel safe as $$
        select array_to_tsvector(coalesce(array_agg(distinct org_id || '.' || word), '{}'))
        from jsonb_path_query(data, '$.* ? (@.type() == "string")') held,
          lateral (select lower(left(held #>> '{}', 4000)) as text) value,
          lateral (
            select left(part, 100) from regexp_split_to_table(text, '[^[:alnum:]]+') part where part <> ''
            union all select text where text like '%_@_%' and length(text) <= 100
            union all select regexp_replace(text, '[^0-9]', '', 'g') where text ~ '^[+(]?[0-9][0-9 ().+/-]{2,29}$'
          ) as words (word) $$;
      create index record_words on record using gin (record_words(org_id, data));
    `,
  },
];
