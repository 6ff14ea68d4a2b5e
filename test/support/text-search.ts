import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Looks for texts in every byte of every file below a folder, as somebody with a stolen disk would.
 *
 * @returns the distinct texts that were found.
 */
export function textsFoundBelow(folder: string, texts: readonly string[]): string[] {
  const own = mkdtempSync(join(tmpdir(), 'athar-test-needles-'));
  const needles = join(own, 'needles');
  writeFileSync(needles, [...new Set(texts)].join('\n'));
  try {
    const found = spawnSync('grep', ['-rahoFf', needles, folder], {
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      maxBuffer: 1 << 28,
      encoding: 'utf8',
    });
    // 0: something found, 1: nothing found, else grep itself failed.
    if (found.status !== 0 && found.status !== 1) throw new Error(`grep failed: ${found.stderr}`);
    return [...new Set(found.stdout.split('\n').filter((line) => line !== ''))];
  } finally {
    rmSync(own, { recursive: true });
  }
}

/**
 * Texts long enough that chance does not write them into sealed bytes: whole names, Arabic name
 * tokens from 4 letters, Latin ones from 8, and anything else that is given whole.
 */
export function searchableParts(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const tokens = text.split(/\s+/).filter((token) => Buffer.byteLength(token) >= 8);
    return Buffer.byteLength(text) >= 8 ? [text, ...tokens] : tokens;
  });
}
