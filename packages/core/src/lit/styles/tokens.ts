import { css } from 'lit';

/**
 * Design tokens. A host sets `--crm-*` anywhere above an element; inside, only the private names
 * are read. `light-dark()` follows the host page's `color-scheme`.
 */
export const tokens = css`
  :host {
    --_font: var(
      --crm-font,
      ui-sans-serif,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif
    );
    --_size: var(--crm-font-size, 0.875rem);
    --_text: var(--crm-text, light-dark(#1b2130, #e7eaf3));
    --_muted: var(--crm-text-muted, light-dark(#5a6376, #a3abbd));
    --_surface: var(--crm-surface, light-dark(#ffffff, #14171f));
    --_raised: var(--crm-surface-raised, light-dark(#f6f7fa, #1c202b));
    --_hover: var(--crm-surface-hover, light-dark(#f1f3f8, #222736));
    --_border: var(--crm-border, light-dark(#e3e6ee, #2c3242));
    --_accent: var(--crm-accent, light-dark(#4353d6, #99a5ff));
    --_on-accent: var(--crm-on-accent, light-dark(#ffffff, #10131c));
    --_positive: var(--crm-positive, light-dark(#12753f, #4fd08d));
    --_positive-soft: var(--crm-positive-soft, light-dark(#e5f6ec, #12301f));
    --_warning: var(--crm-warning, light-dark(#8a5a00, #f0c36a));
    --_warning-soft: var(--crm-warning-soft, light-dark(#fdf3dc, #35290f));
    --_danger: var(--crm-danger, light-dark(#b3261e, #ff9d96));
    --_danger-soft: var(--crm-danger-soft, light-dark(#fdeceb, #3a1715));
    --_accent-soft: var(--crm-accent-soft, light-dark(#eceefd, #22284a));
    --_radius: var(--crm-radius, 10px);
    --_radius-small: var(--crm-radius-small, 6px);
    --_shadow: var(--crm-shadow, 0 1px 2px light-dark(rgb(20 25 40 / 6%), rgb(0 0 0 / 40%)));
  }
`;
