import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../collect/backend.mjs';

/** Reads from the database which events arrived. Events of a scenario are named `SCENARIO-NUMBER`. */
export async function readArrivals(database, scenario) {
  const client = await connect(database());
  try {
    const { rows } = await client.query(
      `select name, count(*)::int times from visit_event where kind = 'custom' and name like $1 group by name`,
      [`${scenario}-%`],
    );
    return { arrived: rows.length, twice: rows.filter(({ times }) => times > 1).length };
  } finally {
    await client.end();
  }
}

/** Waits until so many have arrived, or the time is over; returns what there is then. */
export async function awaitArrivals(database, scenario, wanted, patienceMs) {
  for (const end = Date.now() + patienceMs; ; await delay(100)) {
    const found = await readArrivals(database, scenario);
    if (found.arrived >= wanted || Date.now() > end) return found;
  }
}
