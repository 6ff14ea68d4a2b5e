import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder } from '@athar/persistence';
import { NotADemoFolder, freshDemoFolder } from './demo-folder.js';

const signal = new AbortController().signal;

describe('freshDemoFolder', () => {
  let parent: string;
  beforeEach(async () => void (parent = await mkdtemp(join(tmpdir(), 'athar-demo-folder-'))));
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('does not touch the folder of a real installation', async () => {
    const folder = join(parent, 'data');
    await claimDataFolder(folder);
    await writeFile(join(folder, 'secrets', 'master.key'), 'the only copy');
    await expect(freshDemoFolder(folder, signal)).rejects.toThrow(NotADemoFolder);
    expect(await readFile(join(folder, 'secrets', 'master.key'), 'utf8')).toBe('the only copy');
  });

  it('does not touch a folder of somebody else', async () => {
    await writeFile(join(parent, 'thesis.txt'), 'years of work');
    await expect(freshDemoFolder(parent, signal)).rejects.toThrow(NotADemoFolder);
    expect(await readFile(join(parent, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  it('makes one, and empties its own', async () => {
    const folder = join(parent, 'demo');
    await freshDemoFolder(folder, signal);
    await writeFile(join(folder, 'secrets', 'left-over'), '');
    await freshDemoFolder(folder, signal);
    await expect(readFile(join(folder, 'secrets', 'left-over'))).rejects.toThrow('ENOENT');
  });
});
