import type { VisitReport } from '@crm-elements/contract';
import type { Words } from '../i18n/index.js';
import { shortAddress } from '../shared/render-link.js';
import type { ReportWords } from './i18n/index.js';
import type { Bar } from './render-bars.js';

/** As many lines as one takes in at a glance. */
const LINES = 8;

type Count = VisitReport['by_page'][number];

/** The lines of each list of a report, with the words of the reader. */
export function barsOf(report: VisitReport, words: Words, terms: ReportWords, locale: string) {
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const plain = (counts: readonly Count[]): Bar[] =>
    counts.slice(0, LINES).map(({ label, visits }) => ({ label: label ?? terms.unknown, visits }));
  return {
    sources: report.by_source.slice(0, LINES).map(({ kind, label, visits }): Bar => {
      const name = words.sources[kind];
      return { label: label === null || kind === 'direct' ? name : `${label} · ${name}`, visits };
    }),
    pages: report.by_page.slice(0, LINES).map(({ label, visits }): Bar => ({
      label: label === null ? terms.unknown : shortAddress(label),
      visits,
      ...(label !== null && { hint: label }),
    })),
    countries: plain(report.by_country).map((bar, index) => {
      const code = report.by_country[index]?.label;
      return code ? { ...bar, label: regions.of(code) ?? code } : bar;
    }),
    browsers: plain(report.by_browser),
    visitorTypes: plain(report.by_visitor_type).map(({ label, visits }): Bar => {
      const name = label in words.types ? words.types[label as keyof Words['types']] : label;
      return { label: name, visits };
    }),
  };
}
