interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the thread itself: what other programs take from it does not count. */
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string };
    /** In the event that names a thread. */
    readonly name?: string;
    readonly fileName?: string;
  };
}

/**
 * The longest time, in milliseconds, that the files whose addresses match kept the main thread within one task:
 * compiling, running and what they called. 0 when the trace holds nothing of them.
 */
export function longestTaskOf(trace: Buffer, addresses: RegExp): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter(({ args }) => args?.name === 'CrRendererMain');
  const events = traceEvents.filter(
    ({ ph, pid, tid }) => ph === 'X' && threads.some((thread) => thread.pid === pid && thread.tid === tid),
  );
  const within = (inner: TraceEvent, outer: TraceEvent) =>
    inner !== outer &&
    inner.pid === outer.pid &&
    inner.tid === outer.tid &&
    inner.ts >= outer.ts &&
    inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
  const own = events.filter(({ args }) => addresses.test(args?.data?.url ?? args?.fileName ?? ''));
  const outermost = own.filter((event) => !own.some((other) => within(event, other)));
  const tasks = events.filter(({ name }) => name === 'RunTask');
  const times = new Map<TraceEvent, number>();
  for (const event of outermost) {
    const task = tasks.find((one) => within(event, one)) ?? event;
    times.set(task, (times.get(task) ?? 0) + (event.tdur ?? event.dur ?? 0) / 1000);
  }
  return Math.max(0, ...times.values());
}
