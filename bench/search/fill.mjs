/**
 * Fills the demo organization with contacts of a thousand accounts by one statement: no two with the same e-mail
 * address, every fifth named alike.
 */
export async function fill(client, { from, to }) {
  await client.query(
    `with org as (select org_id, id as user_id from crm_user where email = 'admin@acme.test'),
      account as (
        insert into record (org_id, id, module, owner_id, created_by, modified_by, name, data)
        select org_id, 10000000000 + n, 'Accounts', user_id, user_id, user_id, 'Bench account ' || n,
          jsonb_build_object('Account_Name', 'Bench account ' || n, 'Employees', n, 'Phone', '+33 5 ' || n)
        from org, generate_series(1, 1000) n on conflict do nothing)
    insert into record (org_id, id, module, owner_id, created_by, modified_by, created_time, name, data)
    select org_id, 20000000000 + n, 'Contacts', user_id, user_id, user_id, now() - n * interval '1 minute',
      'Given' || n % 997 || ' Family' || n % 4999,
      jsonb_build_object('First_Name', 'Given' || n % 997, 'Last_Name', 'Family' || n % 4999,
        'Email', 'contact.' || n || '@bench.test', 'Phone', '+33 6 ' || lpad(n::text, 8, '0'),
        'Title', case when n % 5 = 0 then 'Engineer' else 'Buyer ' || n % 50 end,
        'Lead_Source', (array['Chat', 'Partner', 'Trade Show', 'Web Site'])[1 + n % 4],
        'Account_Name', (10000000000 + 1 + n % 1000)::text)
    from org, generate_series($1::bigint, $2::bigint) n`,
    [from, to],
  );
  await client.query('vacuum analyze record');
}
