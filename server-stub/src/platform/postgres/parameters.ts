/**
 * Settings of the embedded server. A commit is durable before it is acknowledged (fsync and
 * synchronous_commit are PostgreSQL's defaults; they are named so that nobody wonders).
 */
const PARAMETERS: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  wal_buffers: '8MB',
  min_wal_size: '96MB',
  max_wal_size: '1GB',
  // Queries here are short; compiling them costs more than it saves.
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Below LOG come the errors of single statements, which quote what people typed.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '',
  logging_collector: 'off',
};

/** For tests: their clusters die with the run, so nothing has to outlive a power cut. */
const THROWAWAY: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** The `-c name=value` arguments of the server. */
export function parameterArguments(throwaway: boolean): string[] {
  const all = throwaway ? { ...PARAMETERS, ...THROWAWAY } : PARAMETERS;
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
