/** Signs in as the demo organization's administrator. @returns an access token */
export async function signIn(port) {
  const query = 'grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=demo-admin';
  const response = await fetch(`http://127.0.0.1:${port}/oauth/v2/token?${query}`, { method: 'POST' });
  return (await response.json()).access_token;
}

/** Calls the API; only an answer that is a success counts. @returns the answer's JSON, if any */
export async function call({ port, token }, method, path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/**
 * Repeats some work on a number of callers for some seconds, after a warming tenth of them.
 * @returns how often it was done a second, and milliseconds each
 */
export async function repeat(work, { seconds = 2, callers = 1 } = {}) {
  const times = [];
  let count = 0;
  const run = async (until) => {
    while (performance.now() < until) {
      const start = performance.now();
      await work(++count);
      times.push(performance.now() - start);
    }
  };
  const all = (duration) => {
    const until = performance.now() + duration * 1_000;
    return Promise.all(Array.from({ length: callers }, () => run(until)));
  };
  await all(seconds / 10);
  times.length = 0;
  const start = performance.now();
  await all(seconds);
  const took = (performance.now() - start) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
}

/** Cells in columns, the first to the left and the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ');
  return rows.map(line).join('\n');
}
