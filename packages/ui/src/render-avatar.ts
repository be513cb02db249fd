import { html, type TemplateResult } from 'lit';

const letters = new Intl.Segmenter();
const firstOf = (word: string) => [...letters.segment(word)][0]?.segment ?? '';

/** First letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => firstOf(word ?? '').toLocaleUpperCase()).join('');
}

/** A round mark with the initials of a name; the name itself stands beside it. */
export const renderAvatar = (name: string): TemplateResult =>
  html`<span class="avatar" aria-hidden="true">${initialsOf(name)}</span>`;
