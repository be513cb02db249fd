const PLACEHOLDER = /\$\{([A-Za-z_$][\w$]{0,63}(?:\.[A-Za-z_$][\w$]{0,63})?)\}/g;

/** Names of the merge fields in a text: `${Last_Name}`, `${Account_Name.Phone}`. */
export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

export const hasMerge = (text: string): boolean => placeholdersOf(text).length > 0;

/** The merge field that a text consists of, if it is nothing else. */
export function solePlaceholder(text: string): string | undefined {
  const [name] = placeholdersOf(text);
  return name !== undefined && text.trim() === `\${${name}}` ? name : undefined;
}

/** The text with each merge field replaced. */
export const fillIn = (text: string, valueOf: (name: string) => string): string =>
  text.replace(PLACEHOLDER, (_whole, name: string) => valueOf(name));
