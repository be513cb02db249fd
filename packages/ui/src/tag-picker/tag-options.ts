/** A tag to choose; a new one is made when it is chosen. */
export interface TagOption {
  id: string;
  name: string;
  isNew?: boolean;
}

/** How many are offered at once. */
const MOST = 20;

const isSame = (one: string, other: string) => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/** Tags that fit what was typed, but for those the record has; what was typed itself comes last, as a new one. */
export function tagOptions(all: readonly string[], chosen: readonly string[], text: string): TagOption[] {
  const fitting = all
    .filter((name) => !chosen.some((one) => isSame(one, name)))
    .filter((name) => name.toLocaleLowerCase().includes(text.toLocaleLowerCase()))
    .slice(0, MOST)
    .map((name) => ({ id: name, name }));
  const isNew = text !== '' && ![...all, ...chosen].some((name) => isSame(name, text));
  return isNew ? [...fitting, { id: text, name: text, isNew }] : fitting;
}
