/**
 * What a run changes in the code under test, as text: [file, from, to]. A text that is not there
 * fails the run, so that a mutation cannot go stale unseen.
 */

/** A person writes no faster than the limit; thousands of messages in minutes do. */
const always = [
  [
    'server-stub/src/chat/routes.ts',
    "createRateLimit(120, 60, 'messages')",
    "createRateLimit(1e9, 60, 'messages')",
  ],
];

/** Each takes away one of the three things that keep messages from being lost or doubled. */
export const mutations = {
  /** The unique index goes too: see the database of the run. */
  dedupe: [['server-stub/src/chat/messages.ts', 'if (known.rows[0])', 'if (false)']],
  cursor: [
    ['packages/core/src/realtime/realtime.ts', 'if (seq !== undefined && on === connection)', 'if (false)'],
    [
      'packages/core/src/realtime/realtime.ts',
      'for (const [room, seq] of Object.entries(await on.sync()))',
      'await on.sync(); for (const [room, seq] of [])',
    ],
    ['packages/core/src/realtime/follow-room.ts', 'if (!isLost)\n            refresh();', ''],
  ],
  outbox: [['packages/core/src/outbox/outbox.ts', 'throw error;', 'await store.removeOutbox(next.id);']],
};

/** @param {string} url of a module @param {string} source @param {string | undefined} name of a mutation @returns {string} */
export function mutate(url, source, name) {
  const changes = [...always, ...(mutations[name ?? ''] ?? [])];
  return changes
    .filter(([file]) => url.endsWith(`/${file}`))
    .reduce((text, [file, from, to]) => {
      if (!text.includes(from)) throw new Error(`${file} does not hold what a mutation changes: ${from}`);
      return text.replace(from, to);
    }, source);
}
