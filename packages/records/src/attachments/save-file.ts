/** Browsers take the content of the address a moment after the click, ms. */
const TAKEN = 1_000;

/** Saves content on the reader's device, under a name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN);
}
