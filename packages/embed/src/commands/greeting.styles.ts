/** In the window, in place of the line before the form. */
export const greetingStyles = `
:host{display:block}
p{margin:0;padding:10px 14px;border-radius:14px;border-end-start-radius:4px;background:var(--crm-surface-raised,light-dark(#eef0f6,#2a303d));color:var(--crm-text,light-dark(#1b1f29,#eceef4));overflow-wrap:anywhere;white-space:pre-line}
`;
