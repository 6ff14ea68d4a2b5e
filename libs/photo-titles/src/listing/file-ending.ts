/** Endings of photographs and films, as cameras and scanners give them. */
const endings =
  /(?:\.(?:jpe?g|jpe|jfif|png|tiff?|bmp|gif|hei[cf]|webp|psd|nef|cr[23]|arw|dng|orf|raf|rw2|raw|mp4|avi|mov|3gp))+$/i;

/** True for a file name that ends as photographs do. */
export function hasPhotoEnding(name: string): boolean {
  return endings.test(name);
}

/** The name without the ending (or endings: `1234.JPG.jpg`) of a photograph. */
export function withoutPhotoEnding(name: string): string {
  return name.replace(endings, '');
}
