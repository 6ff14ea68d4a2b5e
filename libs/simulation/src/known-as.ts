import type { Pen } from './pen.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

/** By custom an Ali is called father of Hussein, and so on. */
const customary: Readonly<Record<string, readonly [arabic: string, latin: string]>> = {
  علي: ['أبو حسين', 'Abu Hussein'],
  محمد: ['أبو جاسم', 'Abu Jassem'],
  حسين: ['أبو علي', 'Abu Ali'],
  خالد: ['أبو الوليد', 'Abu al-Walid'],
  إبراهيم: ['أبو خليل', 'Abu Khalil'],
  يوسف: ['أبو يعقوب', 'Abu Yacoub'],
  مصطفى: ['أبو درش', 'Abu Darsh'],
  عمر: ['أبو حفص', 'Abu Hafs'],
  أحمد: ['أبو شهاب', 'Abu Shihab'],
};

/** The name a person goes by: the one used at home, or father of his (future) eldest son, who is called as his own father is. */
export function knownAs(random: Random, pen: Pen, { self, homeName }: Person): string {
  if (homeName && random.chance(0.6)) return pen.write([homeName]);
  if (self.female) {
    return `${pen.latin ? 'Umm' : 'أم'} ${pen.write(self.grandfather)}`;
  }
  const custom = customary[self.given.at(-1)?.ar ?? ''];
  if (custom && random.chance(0.4)) return custom[pen.latin ? 1 : 0];
  return `${pen.latin ? 'Abu' : 'أبو'} ${pen.write(self.father.slice(-1))}`;
}
