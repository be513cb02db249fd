/** What browsers say of a key that an input method is using; Safari ends the composition before the key. */
const IN_COMPOSITION = 229;

/** Whether a key belongs to the input method. */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells Safari's last key
  return event.isComposing || event.keyCode === IN_COMPOSITION;
}
