/** Reads CPU time out of a Chromium trace. */

const categories = ['devtools.timeline', 'toplevel', 'blink.user_timing'];

/** Records a trace of the whole browser around `run`. */
export async function record(session, run) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordUntilFull' },
  });
  await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

const urlOf = ({ args }) => args?.data?.url ?? args?.fileName ?? args?.data?.streamed?.url ?? '';

/**
 * CPU of the page's main thread.
 *
 * @returns {{ thread: number, script: number, longest: number }} ms of thread time: all tasks; the parts of them
 *   that evaluate, compile or call `origin`'s scripts; and, wall time, the longest task with such a part
 */
export function readCpu(events, pageUrl, origin) {
  const start = events.find(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith(pageUrl),
  );
  if (!start) throw new Error(`The trace does not know ${pageUrl}`);
  const main = events
    .filter(({ pid, tid, ph, ts }) => pid === start.pid && tid === start.tid && ph === 'X' && ts >= start.ts)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks = outermost(
    main.filter(({ name }) => /^(RunTask|ThreadControllerImpl::RunTask|ThreadPool_RunTask)$/.test(name)),
  );
  const parts = outermost(main.filter((event) => urlOf(event).startsWith(origin)));
  const holds = (task) => parts.some(({ ts }) => ts >= task.ts && ts < task.ts + task.dur);
  return {
    thread: sum(tasks),
    script: sum(parts),
    longest: Math.max(0, ...tasks.filter(holds).map(({ dur }) => dur / 1000)),
  };
}

const sum = (events) => events.reduce((total, { tdur = 0 }) => total + tdur / 1000, 0);

/** Slices that no other of them contains. */
function outermost(sorted) {
  const found = [];
  let end = -Infinity;
  for (const event of sorted) {
    if (event.ts < end) continue;
    found.push(event);
    end = event.ts + event.dur;
  }
  return found;
}
