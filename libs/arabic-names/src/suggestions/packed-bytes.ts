/** Numbers as `packBytes` of the training wrote them: steps of a byte each, in base64. */
export function unpackBytes(text: string, steps: number, least = 0): Float32Array {
  return Float32Array.from(atob(text), (sign) => sign.charCodeAt(0) / steps + least);
}
