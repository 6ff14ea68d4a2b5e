import { inflateSync } from 'node:zlib';
import { printForm, type PrintedForm } from './index.js';

const form: PrintedForm = {
  language: 'ar',
  title: 'استمارة الإبلاغ عن مفقود',
  organisation: 'منظمة للتجربة',
  introduction: ['تُملأ بخط واضح. كل حقل اختياري ما عدا الاسم، واكتبوا ما تعرفونه فقط ولا تخمّنوا.'],
  sections: [
    {
      title: 'المفقود',
      fields: [
        { label: 'الاسم', half: true },
        { label: 'اسم الأب', half: true },
        { label: 'الكنية', hint: 'كما في الهوية', half: true },
        { label: 'تاريخ الولادة', hint: '1984 أو 1984-05', half: true },
        { label: 'الجنس', options: ['ذكر', 'أنثى'] },
        { label: 'ما جرى', lines: 3 },
      ],
    },
  ],
  sheet: 'ورقة {sheet} من {sheets}',
  foot: 'خدمتنا مجانية ولا نطلب مالاً أبداً.',
};

/** The drawing commands of a PDF's pages. */
function drawn(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

describe('a printed form', () => {
  it('is a PDF with its font in it, and nothing interactive', async () => {
    const pdf = await printForm(form);
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toContain('/FontFile2');
    expect(text).not.toMatch(/\/AcroForm|\/JavaScript|\/URI/);
    expect(pagesOf(pdf)).toBe(1);
  });

  it('says the same of its letters in every copy', async () => {
    expect(drawn(await printForm(form))).toBe(drawn(await printForm(form)));
  });

  it('begins a line of Arabic at the right, one of English at the left', async () => {
    const starts = async (language: 'ar' | 'en', title: string) => {
      const pdf = await printForm({ ...form, language, title, sections: [], introduction: [] });
      const [, x] = /1 0 0 1 ([\d.]+) [\d.]+ Tm/.exec(drawn(pdf)) ?? [];
      return Number(x);
    };
    expect(await starts('ar', 'استمارة')).toBeGreaterThan(400);
    expect(await starts('en', 'Form')).toBeCloseTo(48);
  });

  it('goes on to another sheet rather than over the edge', async () => {
    const [section] = form.sections;
    const fields = Array.from({ length: 60 }, (_, at) => ({ label: `حقل ${at}` }));
    const pdf = await printForm({ ...form, sections: [{ title: section?.title ?? '', fields }] });
    expect(pagesOf(pdf)).toBeGreaterThan(2);
    const lowest = [...drawn(pdf).matchAll(/^[\d.]+ ([\d.]+) l$/gm)].map(([, y]) => Number(y));
    expect(lowest.length).toBe(60);
    expect(Math.max(...lowest)).toBeLessThan(842 - 48);
  });

  it('asks at the head of every sheet whose it is, and says which of how many', async () => {
    const fields = Array.from({ length: 60 }, (_, at) => ({ label: `Field ${at}` }));
    const head = [{ label: 'Number', column: 'id' }, { label: 'Name' }];
    const printed = { ...form, language: 'en', sections: [{ title: 'A', fields }] } as const;
    const plain = await printForm({ ...printed, sheet: '' });
    const headed = await printForm({ ...printed, head, sheet: 'Sheet {sheet} of {sheets}' });
    const sheets = pagesOf(headed) ?? 0;
    expect(sheets).toBe(pagesOf(plain));
    const rules = (pdf: Buffer) => drawn(pdf).match(/^[\d.]+ [\d.]+ l$/gm)?.length ?? 0;
    expect(rules(headed) - rules(plain)).toBe(2 * sheets);
    const columns = drawn(headed).match(/\/F\d+ 7 Tf/g);
    expect(columns?.length).toBe(sheets);
  });

  it('keeps a section on one sheet that must not be parted', async () => {
    const section = (length: number, together: boolean) => ({
      title: 'A',
      together,
      fields: Array.from({ length }, (_, at) => ({ label: `Field ${at}` })),
    });
    const pages = async (together: boolean) => {
      const sections = Array.from({ length: 3 }, () => section(8, together));
      return pagesOf(await printForm({ ...form, language: 'en', sections, introduction: [] }));
    };
    expect([await pages(false), await pages(true)]).toEqual([2, 3]);
  });

  it('has boxes for the parts of a date, in the order of reading', async () => {
    const boxes = ['D', 'M', 'Y'];
    const lefts = async (language: 'ar' | 'en') => {
      const sections = [{ title: 'A', fields: [{ label: 'B', boxes }] }];
      const pdf = await printForm({ ...form, language, sections, introduction: [] });
      return [...drawn(pdf).matchAll(/^([\d.]+) [\d.]+ [\d.]+ [\d.]+ re$/gm)].map(([, x]) =>
        Number(x),
      );
    };
    const [english, arabic] = [await lefts('en'), await lefts('ar')];
    expect(english).toEqual([...english].sort((a, b) => a - b));
    expect(arabic).toEqual([...arabic].sort((a, b) => b - a));
    expect([english.length, arabic.length]).toEqual([3, 3]);
  });

  it('names the column of a field beside its label, where reading ends', async () => {
    const fields = [{ label: 'Where', column: 'home_place' }];
    const starts = async (language: 'ar' | 'en') => {
      const sections = [{ title: 'A', fields }];
      const pdf = await printForm({ ...form, language, sections, introduction: [] });
      return [...drawn(pdf).matchAll(/1 0 0 1 ([\d.]+) [\d.]+ Tm\s\/F\d+ 7 Tf/g)].map(([, x]) =>
        Number(x),
      );
    };
    const [[arabic, ...more], [english]] = [await starts('ar'), await starts('en')];
    expect([arabic, more]).toEqual([48, []]);
    expect(english).toBeGreaterThan(450);
  });

  it('lets other work of the process in between its rows', async () => {
    const fields = Array.from({ length: 5 }, (_, at) => ({ label: `حقل ${at}` }));
    let printed = false;
    let turns = 0;
    const other = () => {
      turns += 1;
      if (!printed) setImmediate(other);
    };
    setImmediate(other);
    await printForm({ ...form, sections: [{ title: '', fields }] });
    printed = true;
    expect(turns).toBeGreaterThanOrEqual(fields.length - 1);
  });
});
