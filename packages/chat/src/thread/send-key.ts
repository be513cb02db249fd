/** What browsers say of a key that an input method is using; Safari ends the composition before the key. */
const IN_COMPOSITION = 229;

/** Enter sends; with Shift it breaks the line, and within a composition it belongs to the input method. */
export function isSendKey(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells Safari's last key
  const code = event.keyCode;
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && code !== IN_COMPOSITION;
}
