import type { VisitReport } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../i18n/index.js';
import { shared } from '../shared/shared.styles.js';
import { barsOf } from './bars-of.js';
import { charts } from './charts.styles.js';
import { styles } from './crm-visit-chart.styles.js';
import { reportWords } from './i18n/index.js';
import { renderBars } from './render-bars.js';
import { renderDays } from './render-days.js';
import { reportKey, ReportStore } from './report-store.js';

/**
 * Visits of the last weeks at a glance: per day, by source, top pages. Live; nothing while tracking is switched off.
 *
 * @tagname crm-visit-chart
 * @csspart chart - The columns of the days.
 * @csspart bars - A list with lines as long as its figures.
 * @csspart figures - The table behind the columns.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 */
export class CrmVisitChart extends CrmElement {
  static override styles = [CrmElement.styles, shared, charts, styles];
  static override dictionaries = [...CrmElement.dictionaries, words, reportWords];

  /** Only visits to this portal; to all when empty. */
  @property({ attribute: 'portal-id' }) portalId = '';

  readonly #report = new StoreController<Resource<VisitReport | 'off'>, ReportStore>(this, () => {
    const question = { portalId: this.portalId, from: '', to: '' };
    return (
      this.crm && {
        client: this.crm,
        key: reportKey(question),
        create: (client) => new ReportStore(client, question),
      }
    );
  });

  protected override render(): TemplateResult | typeof nothing {
    const report = this.#report.value;
    if (report?.data === 'off') return nothing;
    const { byDay } = this.terms(reportWords);
    return html`<section class="frame" aria-label=${byDay}>
      ${renderResource(report, {
        terms: (dictionary) => this.terms(dictionary),
        retry: () => this.#report.source?.refresh(),
        isEmpty: (data) => data === 'off',
        empty: () => nothing,
        ready: (data) => (data === 'off' ? nothing : this.renderReport(data)),
      })}
    </section>`;
  }

  protected renderReport(report: VisitReport): TemplateResult {
    const { formats } = this;
    const terms = this.terms(reportWords);
    const { sources, pages } = barsOf(report, this.terms(words), terms, formats.locale);
    return html`<div class="chart">
      <div>
        <h2>${terms.byDay}</h2>
        ${renderDays({ days: report.by_day, terms, formats })}
      </div>
      <div class="grid">
        ${renderBars({ title: terms.bySource, bars: sources.slice(0, 4), none: terms.none, formats })}
        ${renderBars({ title: terms.byPage, bars: pages.slice(0, 4), none: terms.none, formats })}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit-chart': CrmVisitChart;
  }
}
