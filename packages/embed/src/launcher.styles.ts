/** Colours and distances follow the page's `--crm-*` tokens. */
export const styles = `
:host{position:fixed;z-index:2147483000;inset-block-end:var(--crm-launcher-offset,20px);inset-inline-end:var(--crm-launcher-offset,20px)}
:host([hidden]){display:none}
button{min-inline-size:56px;min-block-size:48px;padding:0 20px;border:1px solid transparent;border-radius:24px;background:var(--crm-color-accent,#1a56db);color:var(--crm-color-on-accent,#fff);font:600 16px/1.2 system-ui,sans-serif;box-shadow:0 2px 8px #0004;cursor:pointer}
button:focus-visible{outline:3px solid;outline-offset:2px;outline-color:var(--crm-color-focus,#0b2a6f)}
@media print{:host{display:none}}
`;
