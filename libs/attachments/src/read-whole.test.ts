import { UploadStalled } from './errors.js';
import { readWhole } from './read-whole.js';

async function* pieces(count: number, seen: { given: number }): AsyncGenerator<Buffer> {
  for (; seen.given < count;) {
    seen.given += 1;
    yield Buffer.alloc(10, seen.given);
  }
}

describe('reading a file', () => {
  it('gives all of it, up to the last byte that is allowed', async () => {
    const whole = await readWhole(pieces(3, { given: 0 }), 30, 60_000);
    expect(whole).toEqual(Buffer.concat([1, 2, 3].map((each) => Buffer.alloc(10, each))));
  });

  it('stops asking at the limit', async () => {
    const seen = { given: 0 };
    await expect(readWhole(pieces(1000, seen), 25, 60_000)).rejects.toMatchObject({
      code: 'attachment-too-large',
    });
    expect(seen.given).toBe(3);
  });

  it('gives up a sender who falls silent', async () => {
    const silent: AsyncIterable<Buffer> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }),
    };
    await expect(readWhole(silent, 10, 1)).rejects.toThrow(UploadStalled);
  });
});
