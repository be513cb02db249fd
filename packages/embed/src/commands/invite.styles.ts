/** Above the launcher, in the colours of the page's `--crm-*` tokens. */
export const invitationStyles = `
:host{position:fixed;z-index:2000000000;inset-block-end:calc(var(--crm-launcher-offset,20px) + 60px);inset-inline-end:var(--crm-launcher-offset,20px);inline-size:min(320px,calc(100vw - 40px));color-scheme:inherit}
section{display:grid;grid-template-columns:1fr auto;gap:12px 8px;padding:16px;border:1px solid var(--crm-border,light-dark(#d9dce5,#3a4150));border-radius:14px;background:var(--crm-surface,light-dark(#fff,#1b1f29));color:var(--crm-text,light-dark(#1b1f29,#eceef4));font:400 15px/1.45 var(--crm-font,system-ui,sans-serif);box-shadow:0 8px 28px #0003}
p{margin:0;max-block-size:40vh;overflow:auto;overflow-wrap:anywhere;white-space:pre-line;align-self:center}
button{min-block-size:36px;border:1px solid transparent;border-radius:9px;font:600 15px/1.2 var(--crm-font,system-ui,sans-serif);cursor:pointer}
.answer{grid-column:1/-1;justify-self:start;padding:0 16px;background:var(--crm-accent,light-dark(#4353d6,#99a5ff));color:var(--crm-on-accent,light-dark(#fff,#10131c))}
.dismiss{order:-1;grid-area:1/2;align-self:start;inline-size:32px;min-block-size:32px;margin:-6px;margin-inline-start:0;padding:0;background:none;color:inherit;font-size:20px}
.dismiss:hover{background:light-dark(#0000000f,#ffffff1a)}
button:focus-visible{outline:3px solid var(--crm-accent,light-dark(#4353d6,#99a5ff));outline-offset:2px}
@media (prefers-reduced-motion:no-preference){section{animation:rise .25s ease-out}}
@keyframes rise{from{opacity:0;translate:0 12px}}
@media (forced-colors:active){button{border-color:ButtonText}}
@media print{:host{display:none}}
`;
