import { foldedCode, foldedText, kindOf, SEPARATOR } from './characters.js';

/** A text folded letter by letter as patterns compare it; what separates becomes one space. */
export function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = foldedCode(unit);
    folded += code < 0 ? foldedText(unit) : code === 0 ? '' : spaced(code);
  }
  return folded.replace(/ +/g, ' ').trim();
}

function spaced(code: number): string {
  return kindOf(code) === SEPARATOR ? ' ' : String.fromCharCode(code);
}
