import { expect, onTestFinished, test } from 'vitest';
import { createTestApp } from '../../testing/test-app.js';
import { until } from '../../testing/until.js';
import { withLimits } from './limits.js';
import type { Mail } from './mail.js';

test('an address that nobody proved gets twenty mails a day, also of those that are sent at the same moment', async () => {
  const t = await createTestApp();
  onTestFinished(() => t.close());
  const { acme, database } = t;
  const sent: string[] = [];
  const mailer = withLimits(database, { send: ({ id }) => Promise.resolve(void sent.push(id)) });
  const send = (n: number) =>
    mailer.send({
      orgId: acme.orgId,
      id: `mail.${n}`,
      createdAt: new Date(),
      from: 'Acme',
      to: { email: n % 2 === 0 ? 'flooded@x.test' : 'FLOODED@x.test' },
      subject: 'Hello',
      text: 'Hello',
      proved: false,
    } satisfies Mail);
  for (let n = 0; n < 18; n++) await send(n);

  // None of them may be written down before all have been asked for.
  const holder = await database.pool.connect();
  await holder.query('begin; lock table mail_admission in share mode');
  const outcomes = Promise.allSettled([18, 19, 20, 21, 22, 23].map(send));
  await until(async () => {
    const { rowCount } = await database.pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rowCount === 6;
  }, 'six mails to wait');
  await holder.query('commit');
  holder.release();

  const refused = (await outcomes).flatMap((each) =>
    each.status === 'rejected' ? [each.reason as unknown] : [],
  );
  expect(refused).toMatchObject(Array.from({ length: 4 }, () => ({ code: 'capped', permanent: true })));
  expect(sent).toHaveLength(20);
  await send(0);
  expect(sent, 'a repeat counts once').toHaveLength(21);
});
