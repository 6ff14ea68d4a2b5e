import { InvalidCursor, agePageOf, agePlaceOf } from './age-page.js';

const id = '0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e';
const row = (at: string) => ({ at, id });
const cursorOf = (text: string) => Buffer.from(text).toString('base64url');

describe('pages of a list sorted by age', () => {
  it.each([
    '2026-02-28 10:00:00.123456+00',
    '2026-02-28 10:00:00+05:30',
    '2024-02-29 23:59:59.1-03',
  ])('go on after %s', (at) => {
    const page = agePageOf(
      [row(at), row(at)],
      1,
      (one) => one,
      (one) => one.id,
    );
    expect(page.items).toEqual([id]);
    const { after, limit } = agePlaceOf({ cursor: page.nextCursor ?? '' });
    expect({ after, limit }).toEqual({ after: { at, id }, limit: 50 });
  });

  it('end where no row is left', () => {
    const at = '2026-02-28 10:00:00+00';
    expect(
      agePageOf(
        [row(at)],
        1,
        (one) => one,
        (one) => one.id,
      ).nextCursor,
    ).toBeNull();
  });

  it.each([
    '',
    'x y',
    `2026-02-30 10:00:00+00 ${id}`,
    `2026-02-28 24:00:00+00 ${id}`,
    `2026-02-28 10:00:60+00 ${id}`,
    `2026-02-28 10:00:00+99 ${id}`,
    `0000-01-01 10:00:00+00 ${id}`,
    `2026-02-28 10:00:00+00 ${id}'`,
    '2026-02-28 10:00:00+00',
  ])('refuse the cursor of "%s"', (text) => {
    expect(() => agePlaceOf({ cursor: cursorOf(text) })).toThrow(InvalidCursor);
  });
});
