import { isSafeImage } from './media-type.js';

/** What a download tells the browser of a file. */
export interface FileDescription {
  /** The type that the store found. */
  type: string;
  /** The name that the file had at its sender; any text. */
  name: string;
  /** Bytes. */
  size: number;
}

/**
 * Headers of a download: nothing in the file runs in the origin of the server, and only safe
 * raster images show inside a page.
 */
export function fileHeaders({ type, name, size }: FileDescription): Record<string, string> {
  return {
    'content-type': type,
    'content-length': String(size),
    'content-disposition': `${isSafeImage(type) ? 'inline' : 'attachment'}; ${fileName(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'private, max-age=300',
    'referrer-policy': 'no-referrer',
  };
}

/** What has no place in a name: control characters, half characters, signs that turn the direction of text. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** The name twice: plain for old readers, in full by RFC 8187. Folders before it go. */
function fileName(name: string): string {
  const bare = name.replace(UNSAFE, '').replace(/^.*[\\/]/, '');
  const clean = bare.slice(0, 200).replace(/\p{Cs}$/u, '') || 'file';
  const plain = clean.replace(/[^\w .()-]/g, '_');
  const full = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${full}`;
}
