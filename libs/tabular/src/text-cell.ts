/*
 * Characters that are not seen: direction marks, embeddings, overrides and isolates, and a byte order
 * mark inside the text. They turn what is read on the screen around and make equal names unequal.
 */
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Beside these, in a header, what joins or parts letters without being seen. */
const joints = /[\u00AD\u200B-\u200D\u2060-\u2064]/g;

/** An apostrophe that keeps a spreadsheet from taking the cell for a formula (see {@link guarded}). */
const guard = /^'+(?=[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const dangerous = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const number = /^[+-]\d[\d ]*(?:\.\d+)?$/;

/** A cell without what is not seen and without outer spaces; a zero-width non-joiner stays. */
export function cleanCell(text: string): string {
  return text.replace(directions, '').trim();
}

/** A column's name without anything that is not seen. */
export function cleanHeader(text: string): string {
  return text.replace(directions, '').replace(joints, '').trim();
}

/**
 * The cell as a spreadsheet must get it: what it would take for a formula is led by an apostrophe,
 * signed numbers (`-3.5`, `+963 11 000`) are not, since they harm nothing.
 */
export function guarded(text: string): string {
  return dangerous.test(text) && !number.test(text) ? `'${text}` : text;
}

/** Takes away what {@link guarded} put there. */
export function unguarded(text: string): string {
  return guard.test(text) ? text.slice(1).trim() : text;
}
