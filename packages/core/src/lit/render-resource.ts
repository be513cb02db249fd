import { html, nothing, type TemplateResult } from 'lit';
import type { CrmError } from '../errors.js';
import type { Resource } from '../stores/resource.js';
import { words, type Words } from './i18n/index.js';
import type { Dictionary } from './language.js';

type Drawn = TemplateResult | typeof nothing;

interface Views<T> {
  /** Finds the shared words of the reader's language. */
  terms: (dictionary: Dictionary<Words>) => Words;
  retry: () => void;
  isEmpty: (data: T) => boolean;
  empty: () => Drawn;
  ready: (data: T) => Drawn;
}

/** Draws a resource in each of its states: loading, empty, ready, stale, forbidden, error with retry. */
export function renderResource<T>(resource: Resource<T> | undefined, views: Views<T>): Drawn {
  const terms = views.terms(words);
  if (!resource || resource.status === 'loading') return renderLoading(terms);
  if (resource.data === undefined) return renderError(resource.error, terms, views.retry);
  return html`
    ${resource.stale ? renderNotice(terms, views.retry) : nothing}
    ${views.isEmpty(resource.data) ? views.empty() : views.ready(resource.data)}
  `;
}

const renderLoading = (terms: Words) => html`
  <div class="skeleton" role="status" part="loading">
    <span></span><span></span><span></span>
    <div class="visually-hidden">${terms.loading}</div>
  </div>
`;

const renderNotice = (terms: Words, retry: () => void) => html`
  <div class="notice" role="status" part="stale">
    <div>${terms.stale}</div>
    <button class="button" type="button" @click=${retry}>${terms.retry}</button>
  </div>
`;

function renderError(error: CrmError | undefined, terms: Words, retry: () => void) {
  if (error?.kind === 'forbidden') {
    return html`<div class="state" role="status" part="forbidden">
      <strong>${terms.forbiddenTitle}</strong>
      <p>${terms.forbidden}</p>
    </div>`;
  }
  const why =
    error?.kind === 'offline'
      ? terms.errorOffline
      : error?.kind === 'unauthorized'
        ? terms.errorSignIn
        : terms.errorServer;
  return html`
    <div class="state" role="alert" part="error">
      <strong>${terms.errorTitle}</strong>
      <p>${why}</p>
      <button class="button" type="button" @click=${retry}>${terms.retry}</button>
    </div>
  `;
}
