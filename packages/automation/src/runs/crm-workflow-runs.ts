import type { WorkflowRun } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { controls, more, renderMore, surfaces } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CrmWorkflowRecordOpenEvent } from '../events.js';
import { words } from '../i18n/index.js';
import { renderIcon } from '../render-icon.js';
import { styles } from './crm-workflow-runs.styles.js';
import { renderRun } from './render-run.js';
import type { RunsState } from './runs-state.js';
import { RunsStore, type RunStatus } from './runs-store.js';

const statuses: readonly RunStatus[] = ['waiting', 'done', 'failed'];

/**
 * The log of workflow rules: what they have done, newest first, with errors and a way to try again.
 *
 * @tagname crm-workflow-runs
 * @slot empty - Instead of the words shown when nothing has run.
 * @csspart bar - The line with the filter.
 * @csspart run - One run.
 * @csspart record - The link to the record of a run.
 * @csspart status - What became of a run.
 * @csspart actions - The actions of a run.
 * @csspart empty - The words shown when there is nothing.
 * @csspart more - The button that shows older ones, and its words.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the log.
 * @fires {CrmWorkflowRecordOpenEvent} crm-workflow-record-open - Asks the host to open the record of a run.
 */
export class CrmWorkflowRuns extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, more, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Only what this rule has done; all rules when empty. */
  @property({ attribute: 'rule-id' }) ruleId = '';

  /** Only what was done about this record; all records when empty. */
  @property({ attribute: 'record-id' }) recordId = '';

  /** Address of a record in the host's pages; where it gives one, records are links. */
  @property({ attribute: false }) hrefFor: ((module: string, id: string) => string | undefined) | undefined;

  @state() private status: RunStatus | '' = '';

  readonly #runs = new StoreController<Resource<RunsState>, RunsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `workflow-runs/${this.ruleId}/${this.recordId}/${this.status}`,
        create: (client) => {
          const { ruleId, recordId, status } = this;
          return new RunsStore(client, { ruleId, recordId, status });
        },
      },
  );

  protected override render() {
    return html`
      <div class="bar" part="bar">${this.renderFilter()} ${this.renderRefresh()}</div>
      ${renderResource(this.#runs.value, {
        terms: (shared) => this.terms(shared),
        retry: () => this.#runs.source?.refresh(),
        isEmpty: ({ rows }) => rows.length === 0,
        empty: () => this.renderEmpty(),
        ready: (runs) => this.renderRuns(runs),
      })}
    `;
  }

  protected renderFilter(): TemplateResult {
    const { runs } = this.terms(words);
    const choices = ['', ...statuses] as const;
    return html`<div class="filter" role="group" aria-label=${runs.status}>
      ${choices.map(
        (status) => html`
          <button
            class="button quiet"
            type="button"
            aria-pressed=${this.status === status}
            @click=${() => (this.status = status)}
          >
            ${status ? runs.statuses[status] : runs.allStatuses}
          </button>
        `,
      )}
    </div>`;
  }

  protected renderRefresh(): TemplateResult {
    const { refresh } = this.terms(words).runs;
    return html`<div class="end">
      <button
        class="icon-button"
        type="button"
        title=${refresh}
        aria-label=${refresh}
        @click=${() => this.#runs.source?.refresh()}
      >
        ${renderIcon('refresh')}
      </button>
    </div>`;
  }

  protected renderEmpty(): TemplateResult {
    const { empty, emptyHint, noMatch } = this.terms(words).runs;
    return html`<slot name="empty">
      <div class="state" part="empty">
        ${
          this.status
            ? html`<p>${noMatch}</p>`
            : html`${renderIcon('log')}<strong>${empty}</strong>
                <p>${emptyHint}</p>`
        }
      </div>
    </slot>`;
  }

  protected renderRuns(runs: RunsState): TemplateResult {
    const terms = this.terms(words).runs;
    return html`
      <ul class="runs">
        ${repeat(
          runs.rows,
          ({ id }) => id,
          (run) => this.renderRun(run, runs),
        )}
      </ul>
      ${renderMore(runs, { terms, onMore: () => void this.#runs.source?.loadMore() })}
    `;
  }

  protected renderRun(run: WorkflowRun, { retrying, refused }: RunsState): TemplateResult {
    return renderRun(run, {
      words: this.terms(words),
      formats: this.formats,
      href: this.hrefFor?.(run.module, run.record.id),
      isRetrying: retrying.has(run.id),
      isRefused: refused.has(run.id),
      open: (event) => {
        const isTaken = !this.dispatchEvent(new CrmWorkflowRecordOpenEvent(run.module, run.record));
        if (isTaken) event.preventDefault();
      },
      retry: () => void this.#runs.source?.retry(run.id),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-workflow-runs': CrmWorkflowRuns;
  }
}
