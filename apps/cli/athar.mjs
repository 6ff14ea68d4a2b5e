#!/usr/bin/env node
// Stands in the repository, so that `npx athar` finds its command before the first build too.
import { existsSync } from 'node:fs';

const main = new URL('../../dist/apps/cli/src/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  process.stderr.write('athar: not built yet. Build first: npm run build\n');
  process.exitCode = 1;
}
