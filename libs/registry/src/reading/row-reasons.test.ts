import { rowReasons } from './row-reasons.js';

it('what is wrong with a row is told in Arabic and English', () => {
  for (const { ar, en } of Object.values(rowReasons)) {
    expect(ar).toMatch(/\p{Script=Arabic}/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
  }
});
