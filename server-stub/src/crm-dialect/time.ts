/** Date-time as the CRM data API writes it: seconds, with an offset, `2026-01-02T03:04:05+00:00`. */
export function crmTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}+00:00`;
}
