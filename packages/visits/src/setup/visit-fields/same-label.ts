/** Labels that are the same to a field of visits: the server compares them so. */
export const isSameLabel = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

const lettersOf = (label: string) =>
  label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Fewer letters than these are too few to take one for another. */
const SHORT = 4;

/** True when one letter was left out, added or changed, or two stand the wrong way round. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < SHORT || long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  const [rest, others] = [short.slice(from), long.slice(from)];
  if (short.length < long.length) return long.endsWith(rest);
  const turned = others.charAt(1) + others.charAt(0) + others.slice(2);
  return rest === turned || rest.slice(1) === others.slice(1);
}

/** Another label that was likely meant: it differs by signs, accents or a slip of the hand alone. */
export function findSimilar(label: string, told: readonly string[]): string | undefined {
  const typed = lettersOf(label);
  if (typed === '' || told.some((one) => isSameLabel(one, label))) return undefined;
  return told.find((one) => lettersOf(one) === typed) ?? told.find((one) => isSlip(lettersOf(one), typed));
}
