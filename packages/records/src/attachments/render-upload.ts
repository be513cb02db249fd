import { formatBytes, type Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { faultOf, isWorthRetrying, type Upload } from './attachments-state.js';
import type { Words } from './i18n/index.js';
import { renderCross, renderPaper } from './render-icons.js';

interface Drawn {
  terms: Words;
  formats: Formats;
  onRetry: (key: string) => void;
  /** The reader gives up a file, or does not want to read about it any more. */
  onCancel: (key: string) => void;
}

/** A file on its way: how far it is, or why it was not taken. */
export function renderUpload(upload: Upload, { terms, formats, onRetry, onCancel }: Drawn): TemplateResult {
  const { key, file, status, error } = upload;
  const leave = status === 'failed' ? terms.dismiss(file.name) : terms.cancelUpload(file.name);
  return html`<li class="row" part="upload" data-status=${status}>
    <span class="icon">${renderPaper()}</span>
    <div class="about">
      <bdi class="name">${file.name}</bdi>
      ${error ? html`<p class="fault">${terms.faults[faultOf(error)]}</p>` : renderProgress(upload, terms, formats)}
    </div>
    ${
      error && isWorthRetrying(error)
        ? html`<button
            class="button retry"
            type="button"
            aria-label=${terms.retryUpload(file.name)}
            @click=${() => onRetry(key)}
          >
            ${terms.retry}
          </button>`
        : nothing
    }
    ${
      status === 'sent'
        ? nothing
        : html`<button
            class="icon-button cancel"
            type="button"
            aria-label=${leave}
            title=${leave}
            @click=${() => onCancel(key)}
          >
            ${renderCross()}
          </button>`
    }
  </li>`;
}

function renderProgress({ file, status, part }: Upload, terms: Words, formats: Formats): TemplateResult {
  const percent = formats.number(part, { style: 'percent', maximumFractionDigits: 0 });
  const words = { waiting: terms.waiting, sending: percent, sent: terms.sent, failed: '' }[status];
  return html`<span class="facts">${formatBytes(formats, file.size)} · ${words}</span> ${
      status === 'sending'
        ? html`<progress max="1" .value=${part} aria-label=${terms.progress(file.name)}></progress>`
        : nothing
    }`;
}
