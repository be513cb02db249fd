import { onCLS, onFCP, onINP, onLCP, onTTFB, type MetricType } from 'web-vitals';
import type { ReportVital } from '../types.js';

/** Reports each web vital whenever it changes, so that the values are at hand when the page ends. */
export const measureVitals = (report: ReportVital): void => {
  const keep = ({ name, value }: MetricType): void =>
    void report(name, name === 'CLS' ? Math.round(value * 10_000) / 10_000 : Math.round(value));
  const options = { reportAllChanges: true };
  onCLS(keep, options);
  onFCP(keep, options);
  onINP(keep, options);
  onLCP(keep, options);
  onTTFB(keep, options);
};
