import type { ReportDocument } from '@athar/cases';
import { ReportShelf, type ReportMarks } from './report-shelf.js';

const document: ReportDocument = { person: { names: { given: 'شاهين', family: 'الظريفاني' } } };
const marks = (id: string, caseId: string, changes: Partial<ReportMarks> = {}): ReportMarks => ({
  id,
  caseId,
  open: true,
  material: Buffer.from(id),
  ...changes,
});
const found = (shelf: ReportShelf) =>
  shelf.index.search({ id: 'asked', name: 'شاهين الظريفاني' }).map(({ entryId }) => entryId);

describe('reports in memory', () => {
  it('follow a report from one case to another without reading its names anew', () => {
    const shelf = new ReportShelf();
    shelf.apply([marks('a', 'one')], new Map([['a', document]]));
    const moved = marks('a', 'two');
    expect(shelf.isStale(moved)).toBe(false);
    shelf.apply([moved], new Map());
    expect([[...shelf.idsOfCase('one')], [...shelf.idsOfCase('two')]]).toEqual([[], ['a']]);
    expect(found(shelf)).toEqual(['a']);
  });

  it('leave out what was withdrawn and what could not be opened', () => {
    const shelf = new ReportShelf();
    const documents = new Map([['a', document]]);
    shelf.apply([marks('a', 'one'), marks('b', 'two')], documents);
    expect(found(shelf)).toEqual(['a']);
    shelf.apply([marks('a', 'one', { material: Buffer.from('edited') })], new Map());
    expect([found(shelf), shelf.size]).toEqual([[], 0]);
    shelf.apply([marks('a', 'one')], documents);
    shelf.apply([marks('a', 'one', { open: false })], new Map());
    expect([found(shelf), [...shelf.idsOfCase('one')]]).toEqual([[], []]);
  });
});
