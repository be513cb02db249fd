import { carryOver } from './carry-over.js';
import { loadScript } from './load-script.js';

/** The embed code that the server has found for a code of SalesIQ. */
interface Widget {
  /** Public key of the embed code. */
  readonly portal: string;
  /** `hidden`: the launcher stays away. */
  readonly chat?: string;
}

/** Put in by the server with each answer: undefined where the address names no code, null where nobody has it. */
declare const CRM_WIDGET: Widget | null | undefined;

/** What the page has prepared for SalesIQ. */
interface SalesIqPage {
  readonly widgetcode?: string;
  readonly nonce?: string;
}

const start = (widget: typeof CRM_WIDGET): void => {
  const page = window as { $zoho?: { salesiq?: SalesIqPage } };
  const { widgetcode, nonce } = ((page.$zoho ??= {}).salesiq ??= {});
  const script = (document.currentScript ?? document.getElementById('zsiqscript')) as HTMLScriptElement;
  const load = (path: string, data?: Widget): void =>
    loadScript(new URL(path, script.src).href, script.nonce || nonce, { ...data });
  if (widget) {
    load('/embed.js', widget);
    // Where storage is denied this throws; the script, which comes later, must not be lost by it.
    carryOver(widget.portal);
  } else if (widget === undefined && widgetcode) {
    load(`/widget?wc=${encodeURIComponent(widgetcode)}`);
  } else {
    // eslint-disable-next-line no-console -- the author of the page looks there
    console.warn('crm: no embed code has this code of SalesIQ:', script.src);
  }
};

try {
  start(CRM_WIDGET);
} catch {
  // The page must never see it.
}
