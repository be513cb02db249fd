import type { VisitReport } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PortalElement } from '../portals/portal-element.js';
import { shared } from '../shared/shared.styles.js';
import { barsOf } from './bars-of.js';
import { charts } from './charts.styles.js';
import { styles } from './crm-visit-report.styles.js';
import { reportWords, type ReportWords } from './i18n/index.js';
import { renderBars } from './render-bars.js';
import { renderDays } from './render-days.js';
import { reportKey, ReportStore } from './report-store.js';

/**
 * Visits of some days in figures: sums, per day, by source, page, country, browser and visitor type. Live; while
 * tracking is switched off it says so.
 *
 * @tagname crm-visit-report
 * @csspart bar - The line with the days and the filter.
 * @csspart portal-filter - The choice of a portal, where there are several.
 * @csspart sums - The figures of the whole time.
 * @csspart chart - The columns of the days.
 * @csspart bars - A list with lines as long as its figures.
 * @csspart figures - The table behind the columns.
 * @csspart empty - The words while tracking is switched off.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 * @fires {CrmPortalChangedEvent} crm-portal-changed - The reader has chosen a portal.
 */
export class CrmVisitReport extends PortalElement {
  static override styles = [CrmElement.styles, shared, charts, styles];
  static override dictionaries = [...PortalElement.dictionaries, reportWords];

  /** First day, `2026-03-04`; the last weeks when empty. */
  @property() from = '';

  /** Last day, `2026-03-31`; today when empty. */
  @property() to = '';

  /** Days that were typed and make no time together. */
  @state() private wrong: { from: string; to: string } | undefined;

  readonly #report = new StoreController<Resource<VisitReport | 'off'>, ReportStore>(this, () => {
    const { crm, portalId, from, to } = this;
    const question = { portalId, from, to };
    return (
      crm && {
        client: crm,
        key: reportKey(question),
        create: (client) => new ReportStore(client, question),
      }
    );
  });

  protected override render(): TemplateResult {
    const report = this.#report.value;
    return html`<section class="frame" aria-label=${this.reportWords.report}>
      ${report?.data === 'off' ? nothing : this.renderBar(report?.data)}
      ${renderResource(report, {
        terms: (dictionary) => this.terms(dictionary),
        retry: () => this.#report.source?.refresh(),
        isEmpty: (data) => data === 'off',
        empty: () => this.renderOff(),
        ready: (data) => (data === 'off' ? nothing : this.renderReport(data)),
      })}
    </section>`;
  }

  protected renderBar(report: VisitReport | undefined): TemplateResult {
    const terms = this.reportWords;
    const from = this.wrong?.from ?? (this.from || report?.from);
    const to = this.wrong?.to ?? (this.to || report?.to);
    const input = (name: 'from' | 'to', value = '') =>
      html`<label
        >${terms[name]}
        <input
          type="date"
          id=${name}
          .value=${value}
          aria-invalid=${this.wrong ? 'true' : nothing}
          aria-describedby=${this.wrong ? 'fault' : nothing}
          @change=${this.#onDay}
      /></label>`;
    return html`<div class="bar" part="bar">
      <div class="range">${input('from', from)} ${input('to', to)}</div>
      ${this.renderPortalFilter()}
      ${this.wrong ? html`<p class="fault" id="fault" role="alert">${terms.wrongRange}</p>` : nothing}
    </div>`;
  }

  protected renderOff(): TemplateResult {
    const { off, offHint } = this.reportWords;
    return html`<div class="state" part="empty">
      <strong>${off}</strong>
      <p>${offHint}</p>
    </div>`;
  }

  protected renderReport(report: VisitReport): TemplateResult {
    const { formats, reportWords: terms } = this;
    const lists = barsOf(report, this.words, terms, formats.locale);
    const bars = [
      [terms.bySource, lists.sources],
      [terms.byPage, lists.pages],
      [terms.byVisitorType, lists.visitorTypes],
      [terms.byCountry, lists.countries],
      [terms.byBrowser, lists.browsers],
    ] as const;
    return html`
      <dl class="sums" part="sums">
        ${(Object.keys(terms.figures) as (keyof ReportWords['figures'])[]).map(
          (name) =>
            html`<div>
              <dt>${terms.figures[name]}</dt>
              <dd>${formats.number(report[name], { maximumFractionDigits: 0 })}</dd>
            </div>`,
        )}
      </dl>
      <h2>${terms.byDay}</h2>
      ${renderDays({ days: report.by_day, terms, formats })}
      <div class="grid">
        ${bars.map(([title, list]) => renderBars({ title, bars: list, none: terms.none, formats }))}
      </div>
    `;
  }

  protected get reportWords(): ReportWords {
    return this.terms(reportWords);
  }

  readonly #onDay = () => {
    const [from = '', to = ''] = ['from', 'to'].map(
      (id) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '',
    );
    this.wrong = from && to && from > to ? { from, to } : undefined;
    if (this.wrong) return;
    this.from = from;
    this.to = to;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit-report': CrmVisitReport;
  }
}
