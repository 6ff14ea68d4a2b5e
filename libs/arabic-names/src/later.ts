/** A value that is made when it is first needed: to load this library costs those little who only fold a text. */
export function later<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
