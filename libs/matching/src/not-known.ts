import { foldForSearch } from '@athar/arabic-names';

/** What people write where nothing is known. */
const NOT_KNOWN = new Set(
  [
    ...['مجهول', 'مجهولة', 'غير معروف', 'غير معروفة', 'غير محدد', 'غير محددة', 'غير مذكور'],
    ...['لا يوجد', 'لا نعرف', 'لا أعرف', 'لا يعرف', 'unknown', 'not known', 'unspecified'],
    ...['not specified', 'none', 'null', 'n/a', 'na', 'inconnu', 'inconnue', 'unbekannt'],
    ...['bilinmiyor', 'okänd'],
  ].map(foldForSearch),
);

/** True where a text says no more than that a thing is not known: two such do not agree in anything. */
export function isNotKnown(text: string): boolean {
  return NOT_KNOWN.has(foldForSearch(text));
}
