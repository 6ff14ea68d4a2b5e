import fc from 'fast-check';
import { nextSafeMoment } from './safe-hours.js';

const zone = 'Europe/Berlin';
const at = (text: string) => new Date(text);

describe('nextSafeMoment', () => {
  it('is now inside the hours, and without any', () => {
    const now = at('2026-01-10T09:30:20Z');
    expect(nextSafeMoment(now, undefined)).toEqual(now);
    expect(nextSafeMoment(now, { from: '10:00', until: '11:00', timeZone: zone })).toEqual(now);
  });

  it('is the beginning of the hours where the relative lives', () => {
    const hours = { from: '09:00', until: '17:00', timeZone: zone };
    expect(nextSafeMoment(at('2026-01-10T03:00:10Z'), hours)).toEqual(at('2026-01-10T08:00:00Z'));
    expect(nextSafeMoment(at('2026-01-10T16:00:00Z'), hours)).toEqual(at('2026-01-11T08:00:00Z'));
    expect(nextSafeMoment(at('2026-07-10T16:00:00Z'), hours)).toEqual(at('2026-07-11T07:00:00Z'));
  });

  it('may run over midnight', () => {
    const hours = { from: '22:00', until: '01:00', timeZone: zone };
    expect(nextSafeMoment(at('2026-01-10T12:00:00Z'), hours)).toEqual(at('2026-01-10T21:00:00Z'));
    expect(nextSafeMoment(at('2026-01-10T23:30:00Z'), hours)).toEqual(at('2026-01-10T23:30:00Z'));
  });

  it('skips the day on which the hours do not occur', () => {
    const hours = { from: '02:15', until: '02:45', timeZone: zone };
    expect(nextSafeMoment(at('2026-03-29T00:00:00Z'), hours)).toEqual(at('2026-03-30T00:15:00Z'));
  });

  it('is never before now nor more than two days away, and always inside the hours', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const moments = fc.date({
      min: at('2026-01-01T00:00:00Z'),
      max: at('2027-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, clock, clock, (now, from, until) => {
        const hours = { from, until, timeZone: zone };
        const moment = nextSafeMoment(now, hours);
        expect(moment.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(moment.getTime() - now.getTime()).toBeLessThan(49 * 3_600_000);
        expect(nextSafeMoment(moment, hours)).toEqual(moment);
      }),
      { numRuns: 30 },
    );
  });
});
