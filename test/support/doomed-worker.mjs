/** A worker that takes one job of `match-report`, says so, and holds it until it is killed. */
import { Worker, createPostgresBackend } from 'bullmq';

const { kind, url, prefix, connectionString, schema } = JSON.parse(process.argv[2]);

async function hold() {
  process.stdout.write('taken\n');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
}

// As every worker of the house: on Redis the first to look for dead workers sets the pace for all.
const settings = { lockDuration: 5_000, stalledInterval: 2_000, maxStalledCount: 1_000 };
if (kind === 'redis') {
  new Worker('match-report', hold, { ...settings, connection: { url }, prefix });
} else {
  const connection = { connectionString, schema };
  new Worker('match-report', hold, { ...settings, connection }, createPostgresBackend);
}
