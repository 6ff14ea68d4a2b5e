const settings = {
  // Reachable from this machine only, over one port.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',

  // Nothing is lost when the machine or a process dies. There are no replicas.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_wal_senders: '0',

  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',

  // The log never repeats a statement or a value. `log` stands above `error` here: messages of
  // failed statements may quote what was handed in, so they are left to the client.
  logging_collector: 'off',
  log_destination: 'stderr',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** The server's command line settings; they overrule what stands in postgresql.conf. */
export function serverFlags(port: number): string[] {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-p', String(port), ...flags];
}
