export interface TextPart {
  text: string;
  /** Where the text leads; only http and https. */
  href?: string;
}

const address = /https?:\/\/[^\s<>"']+/gi;
/** Ends a sentence rather than an address. */
const ending = /[.,;:!?…)\]}»”’]+$/;

function hrefOf(text: string): string | undefined {
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}

/** Splits a message into text and addresses of the web. Whatever it holds stays text. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(ending, '');
    const href = hrefOf(found);
    if (href === undefined) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: found, href });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
