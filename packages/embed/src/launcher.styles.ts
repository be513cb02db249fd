/** Colours and distances follow the page's `--crm-*` tokens. */
export const styles = `
:host{position:fixed;z-index:2000000000;inset-block-end:var(--crm-launcher-offset,20px);inset-inline-end:var(--crm-launcher-offset,20px)}:host([hidden]){display:none}button{min-block-size:48px;padding:0 20px;border:1px solid transparent;border-radius:24px;background:var(--crm-accent,light-dark(#4353d6,#99a5ff));color:var(--crm-on-accent,light-dark(#fff,#10131c));font:600 16px var(--crm-font,system-ui,sans-serif);box-shadow:0 2px 8px #0004;cursor:pointer}button:focus-visible{outline:3px solid;outline-offset:3px}[data-n]:after{content:attr(data-n);margin-inline-start:8px;padding:0 8px;border-radius:24px;background:#fff;color:#b3261e}@media print{:host{display:none}}
`;
