/** The first letter of a name, whole whatever its script. */
export const initialOf = (name: string): string =>
  String.fromCodePoint(name.trim().codePointAt(0) ?? 0x20).toLocaleUpperCase();
