import type { Migration } from '../../platform/db/migrate.js';

/**
 * The words of a record, each with its organization before it, so that a search stays within one. E-mail addresses
 * count whole too, after an `@`, and telephone numbers as their digits, after a `#`.
 */
export const searchMigrations: Migration[] = [
  {
    name: 'records-search-1',
    sql: `
      create function record_words(org_id bigint, data jsonb) returns tsvector language sql immutable strict parallel safe as $$
        select array_to_tsvector(array(
          select org_id || '.' || left(word, 100)
          from string_to_table(regexp_replace(text, '[^[:alnum:]]+', ' ', 'g'), ' ') word where word <> ''
          union all
          select org_id || '.@' || value from string_to_table(text, chr(1)) value
          where value like '%_@_%' and length(value) <= 100
          union all
          select org_id || '.#' || regexp_replace(value, '[^0-9]', '', 'g') from string_to_table(text, chr(1)) value
          where value ~ '^[+(]?[0-9][0-9 ().+/-]{2,29}$'))
        from (
          select lower(left(string_agg(value, chr(1)), 60000)) as text from jsonb_each_text(data)
          where value not in ('true', 'false')
        ) held $$;
      create index record_words on record using gin (record_words(org_id, data));
    `,
  },
];
