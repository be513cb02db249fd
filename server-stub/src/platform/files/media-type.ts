/** How many of the first bytes `mediaTypeOf` looks at. */
export const SNIFF_BYTES = 16;

/** Raster images: no script in them, so they may be shown in a page. SVG is none. */
const SAFE_IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** The media type that the first bytes prove; everything else is `application/octet-stream`. */
export function mediaTypeOf(head: Buffer): string {
  const text = head.toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(text)) return 'image/webp';
  if (/^[\s\S]{4}ftypavi[fs]/.test(text)) return 'image/avif';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (/^PK(\x03\x04|\x05\x06)/.test(text)) return 'application/zip';
  return 'application/octet-stream';
}

/** Says whether a browser may show a file of this type inside a page. */
export function isSafeImage(type: string): boolean {
  return SAFE_IMAGES.has(type);
}
