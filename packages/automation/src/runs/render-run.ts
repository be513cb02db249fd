import type { WorkflowActionType, WorkflowRun } from '@crm-elements/contract';
import { formatRelative, type Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import type { RunStatus } from './runs-store.js';

interface View {
  words: Words;
  formats: Formats;
  /** Address of the record, where the host gives one. */
  href: string | undefined;
  isRetrying: boolean;
  /** The last new try was refused. */
  isRefused: boolean;
  open: (event: Event) => void;
  retry: () => void;
}

const tones: Record<RunStatus, string> = { waiting: 'warning', done: 'positive', failed: 'danger' };

/** A rule that was set off once: by what, and what its actions have done. */
export function renderRun(run: WorkflowRun, view: View): TemplateResult {
  const { words, formats } = view;
  const { rule, trigger, status, started_at: at } = run;
  return html`
    <li class="run" part="run">
      <div class="head">
        <span class="rule"><bdi>${rule.name}</bdi></span>
        ${renderStatus(status, words)}
        <time class="muted when" datetime=${at} title=${formats.dateTime(at)}
          >${formatRelative(formats, at)}</time
        >
      </div>
      <div class="what">
        ${renderRecord(run, view)} <span class="muted">· ${words.runs.triggers[trigger]}</span>
      </div>
      ${renderActions(run, view)}
    </li>
  `;
}

function renderRecord({ record }: WorkflowRun, { words, href, open }: View): TemplateResult {
  const name = html`<bdi>${record.name ?? words.runs.aRecord(record.id)}</bdi>`;
  return href === undefined
    ? html`<button class="link" type="button" part="record" @click=${open}>${name}</button>`
    : html`<a class="link" part="record" href=${href} @click=${open}>${name}</a>`;
}

function renderActions(
  run: WorkflowRun,
  { words, formats, isRetrying, isRefused, retry }: View,
): TemplateResult {
  const { runs, actions: names } = words;
  const count = (n: number) => runs.attempts(formats.number(n), formats.plural(n));
  const nameOf = (type: string) => (type in names ? names[type as WorkflowActionType] : type);
  return html`
    <details ?open=${run.status === 'failed'}>
      <summary>${run.actions.map(({ type }) => nameOf(type)).join(' · ')}</summary>
      <ol part="actions">
        ${run.actions.map(
          ({ type, status, attempts, error }) => html`
            <li>
              <div class="action">
                <span>${nameOf(type)}</span>
                ${renderStatus(status, words)}
                ${attempts > 1 ? html`<span class="muted">${count(attempts)}</span>` : nothing}
              </div>
              ${error ? html`<p class="why"><bdi>${error.message}</bdi> <code>${error.code}</code></p>` : nothing}
            </li>
          `,
        )}
      </ol>
      ${
        run.status === 'failed'
          ? html`<button class="button" type="button" aria-busy=${isRetrying} @click=${retry}>
              ${isRetrying ? runs.retrying : runs.retry}
            </button>`
          : nothing
      }
      ${isRefused ? html`<p class="fault" role="alert">${runs.retryFailed}</p>` : nothing}
    </details>
  `;
}

function renderStatus(status: RunStatus, { runs }: Words): TemplateResult {
  return html`<span class="chip" part="status" data-tone=${tones[status]}>${runs.statuses[status]}</span>`;
}
