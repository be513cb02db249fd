import type { VisitorNotice } from '@crm-elements/contract';
import { formatRelative, type Formats } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import type { ShownVisitor } from '../online/visitors-state.js';
import { shortAddress } from '../shared/render-link.js';
import type { NoticeWords } from './i18n/index.js';

/** What notices are drawn with. */
export interface Drawing {
  words: NoticeWords;
  shared: Words;
  formats: Formats;
  nameOf: (visitor: VisitorNotice['visitor']) => string;
  /** Where the host shows the visitor; undefined where it has no page for them. */
  hrefOf: (visitor: VisitorNotice['visitor']) => string | undefined;
  open: (event: Event, visitor: VisitorNotice['visitor']) => void;
}

export const pageOf = ({ page }: VisitorNotice['visitor']): string => page.title || shortAddress(page.url);

/** As the online list has them. */
export const shownOf = (visitor: VisitorNotice['visitor']): ShownVisitor => ({
  ...visitor,
  leftAt: visitor.online ? undefined : Date.parse(visitor.last_seen_at),
});

/** Where they came from, and when. */
export function whenceAndWhen({ visitor: { source }, at }: VisitorNotice, drawing: Drawing): string {
  const { words, shared, formats } = drawing;
  // The clocks of two machines differ.
  const when = formatRelative(formats, new Date(Math.min(Date.parse(at), Date.now())));
  const whence =
    source.kind === 'direct'
      ? shared.sources.direct
      : words.from(source.label ?? shared.sources[source.kind]);
  return `${whence} · ${when}`;
}

/** The visitor's name: the way to their page, or a button that asks the host. */
export function renderName(visitor: VisitorNotice['visitor'], drawing: Drawing): TemplateResult {
  const href = drawing.hrefOf(visitor);
  const open = (event: Event) => drawing.open(event, visitor);
  const name = html`<bdi class="cut">${drawing.nameOf(visitor)}</bdi>`;
  return href === undefined
    ? html`<button class="name" part="name" type="button" @click=${open}>${name}</button>`
    : html`<a class="name" part="name" href=${href} @click=${open}>${name}</a>`;
}
