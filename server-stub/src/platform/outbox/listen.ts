import type pg from 'pg';

const RETRY_MS = 1_000;

/**
 * Listens to a channel of the database on a connection of its own; connects again when it breaks.
 * @param onNotify called with the payload; without one after a connection, as notifications may have been missed
 * @returns a function that stops listening
 */
export function listen(
  pool: pg.Pool,
  channel: string,
  onNotify: (payload?: string) => void,
): () => Promise<void> {
  let client: pg.PoolClient | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  const lost = () => {
    client?.release(true);
    client = undefined;
    clearTimeout(retry);
    if (!stopped) retry = setTimeout(() => void connect(), RETRY_MS);
  };

  async function connect(): Promise<void> {
    try {
      client = await pool.connect();
      client.on('notification', ({ payload }) => onNotify(payload));
      client.once('error', lost);
      client.once('end', lost);
      await client.query(`listen ${channel}`);
      if (stopped) lost();
      else onNotify();
    } catch {
      lost();
    }
  }

  const connected = connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await connected;
    client?.removeAllListeners('end');
    client?.release(true);
    client = undefined;
  };
}
