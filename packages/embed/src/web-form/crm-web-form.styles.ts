/** Follows the page: its font, its colour scheme, and its `--crm-*` tokens. */
export const styles = `
:host{display:block;box-sizing:border-box;max-inline-size:36rem;color:var(--crm-text,light-dark(#1b2130,#e7eaf3));font:400 var(--crm-font-size,1rem)/1.45 var(--crm-font,inherit);text-align:start;--_muted:var(--crm-text-muted,light-dark(#5a6376,#a3abbd));--_border:var(--crm-border-strong,light-dark(#8a93a6,#6b7488));--_accent:var(--crm-accent,light-dark(#4353d6,#99a5ff));--_danger:var(--crm-danger,light-dark(#b3261e,#ff9d96));--_radius:var(--crm-radius-small,6px)}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box}
form{display:grid;gap:1.125rem;margin:0}
.field{display:grid;gap:.375rem;min-inline-size:0}
label{font-weight:500;overflow-wrap:anywhere}
.hint{color:var(--_muted);font-weight:400}
p,h2{margin:0;overflow-wrap:anywhere}
[part=fault],[part=problem]{color:var(--_danger);font-size:.9375em}
[part=fault]::before{content:"!";display:inline-grid;place-items:center;inline-size:1.15em;block-size:1.15em;margin-inline-end:.4em;border-radius:50%;background:var(--_danger);color:var(--crm-surface,light-dark(#fff,#14171f));font:700 .8em/1 system-ui,sans-serif}
input,select,textarea{inline-size:100%;min-block-size:2.75rem;padding:.5rem .75rem;border:1px solid var(--_border);border-radius:var(--_radius);background:var(--crm-surface,light-dark(#fff,#14171f));color:inherit;font:inherit}
textarea{min-block-size:7rem;resize:vertical}
input[type=checkbox]{inline-size:1.375rem;min-block-size:1.375rem;margin:0;accent-color:var(--_accent)}
.box{grid-template-columns:auto 1fr;align-items:center;gap:.375rem .625rem}
.box [part=fault]{grid-column:1/-1}
[aria-invalid=true]{border-color:var(--_danger)}
:focus-visible{outline:2px solid var(--_accent);outline-offset:2px}
button{justify-self:start;min-block-size:2.75rem;padding:.5rem 1.5rem;border:1px solid transparent;border-radius:var(--_radius);background:var(--_accent);color:var(--crm-on-accent,light-dark(#fff,#10131c));font:inherit;font-weight:600;cursor:pointer}
button:hover{filter:brightness(1.08)}
button[aria-disabled=true]{opacity:.7;cursor:progress}
[part=problem]{padding:.75rem 1rem;border:1px solid;border-radius:var(--_radius)}
[part=error],[part=thanks],[part=gone]{display:grid;gap:.75rem;justify-items:start}
[part=thanks]{padding:1.25rem;border:1px solid var(--crm-positive,light-dark(#12753f,#4fd08d));border-radius:var(--_radius)}
h2{font-size:1.25em;line-height:1.25}
h2:focus{outline:none}
[part=loading]{display:grid;gap:1.125rem}
[part=loading] span{block-size:4.25rem;border-radius:var(--_radius);background:light-dark(#0000000d,#ffffff14);animation:wait 1.4s ease-in-out infinite alternate}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@keyframes wait{to{opacity:.45}}
@media (prefers-reduced-motion:reduce){*{animation:none!important}}
@media (forced-colors:active){button{border-color:ButtonText}[part=loading] span{border:1px solid GrayText}}
`;
