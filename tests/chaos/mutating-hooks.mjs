import { mutate } from './mutations.mjs';

/** Changes modules on their way into the process; comes before the hooks that compile. */
export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (!url.endsWith('.ts')) return loaded;
  return { ...loaded, source: mutate(url, String(loaded.source), process.env.CHAOS_MUTATE) };
}
