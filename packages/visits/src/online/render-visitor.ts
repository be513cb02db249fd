import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '@crm-elements/core/lit';
import { elapsed } from './elapsed.js';
import type { Words } from '../i18n/index.js';
import { renderLink, shortAddress } from '../shared/render-link.js';
import { initials } from '../shared/visitor-name.js';
import type { ShownVisitor } from './visitors-state.js';

/** What the parts of a visitor are drawn with. */
export interface Drawing {
  terms: Words;
  formats: Formats;
  /** The server's time, ms. */
  now: () => number;
}

const titleOf = ({ title, url }: { title: string; url: string }) => title || shortAddress(url);

const person = html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
  <circle cx="10" cy="7" r="3.1" fill="currentColor"></circle>
  <path d="M3.8 17c.4-3.5 3-5.4 6.2-5.4s5.8 1.9 6.2 5.4z" fill="currentColor"></path>
</svg>`;

/** A known visitor's initials or a figure, and a dot that says whether they are here. */
export const renderAvatar = ({ record, leftAt }: ShownVisitor): TemplateResult =>
  html`<span class="avatar" aria-hidden="true"
    >${record ? initials(record.name) : person}<span class="dot" ?data-left=${leftAt !== undefined}></span
  ></span>`;

/** The page a visitor is on and, unfolded, the way that led there. */
export function renderPage(visitor: ShownVisitor, drawing: Drawing): TemplateResult {
  const { page, page_count: count } = visitor;
  const { terms, formats } = drawing;
  return html`
    <span class="line">${renderLink(page.url, titleOf(page), terms)}</span>
    <details part="path">
      <summary>
        <bdi class="address cut" dir="ltr">${shortAddress(page.url)}</bdi>
        <span class="pages">${terms.pages(formats.number(count), formats.plural(count))}</span>
      </summary>
      ${renderPath(visitor, drawing)}
    </details>
  `;
}

function renderPath(
  { path, page_count: count, leftAt, last_seen_at: lastSeen }: ShownVisitor,
  drawing: Drawing,
) {
  const { terms, formats, now } = drawing;
  const earlier = count - path.length;
  const end = (index: number) => path[index + 1]?.at ?? (leftAt === undefined ? undefined : lastSeen);
  return html`
    <ol class="path">
      ${
        earlier > 0
          ? html`<li class="muted">
              ${terms.earlierPages(formats.number(earlier), formats.plural(earlier))}
            </li>`
          : nothing
      }
      ${path.map((page, index) => {
        const to = end(index);
        const span = {
          from: Date.parse(page.at),
          to: to === undefined ? undefined : Date.parse(to),
          now,
          formats,
        };
        return html`<li>
          ${renderLink(page.url, titleOf(page), terms)}<span class="clock">${elapsed(span)}</span>
        </li>`;
      })}
    </ol>
  `;
}

/** How long the visitor has been here. */
export function renderTime(visitor: ShownVisitor, { terms, formats, now }: Drawing): TemplateResult {
  const isGone = visitor.leftAt !== undefined;
  const to = isGone ? Date.parse(visitor.last_seen_at) : undefined;
  return html`
    <span class="line clock">
      <span class="visually-hidden">${terms.timeOnSite} </span>
      ${elapsed({ from: Date.parse(visitor.started_at), to, now, formats })}
    </span>
    <span class="line muted"
      >${isGone ? terms.left : html`<span class="visually-hidden">${terms.isOnline}</span>`}</span
    >
  `;
}

/** Where the visitor came from. */
export function renderSource({ source }: ShownVisitor, { terms }: Drawing): TemplateResult {
  const label = source.label ?? (source.url ? shortAddress(source.url) : '');
  return html`
    <span class="line"
      ><span class="visually-hidden">${terms.source} </span>${terms.sources[source.kind]}</span
    >
    <span class="line muted"><bdi class="cut">${label}</bdi></span>
  `;
}

/** What the visitor looks at the page with. */
export const renderDevice = (visitor: ShownVisitor, { terms }: Drawing): TemplateResult => html`
  <span class="line"><span class="visually-hidden">${terms.device} </span>${visitor.browser}</span>
  <span class="line muted">${visitor.operating_system}</span>
`;
