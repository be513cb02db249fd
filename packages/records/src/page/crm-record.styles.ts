import { css } from 'lit';

export const styles = css`
  .page {
    display: grid;
    gap: 1rem;
    min-inline-size: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1rem;
    padding: 1rem 1.25rem;
  }
  .who {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.75rem;
  }
  .name {
    margin: 0;
    font-size: 1.25rem;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  crm-record-tags {
    flex: 1 1 auto;
    min-inline-size: min(12rem, 100%);
  }
  .card {
    padding: 0.875rem 1.25rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_raised);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8rem, 100%), 1fr));
    gap: 0.75rem 1.25rem;
    margin: 0;
  }
  dl > div {
    min-inline-size: 0;
  }
  dt {
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  dd {
    margin: 0.125rem 0 0;
    min-inline-size: 0;
  }
  /* A value begins where its line does, whichever way its own text runs. */
  .cut {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .section {
    padding: 1rem 1.25rem 1.125rem;
  }
  .section .heading {
    margin-block-end: 0.5rem;
  }
  .fields {
    display: grid;
    gap: 0.125rem 2rem;
  }
  .anchors {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .related {
    min-inline-size: 0;
    border-radius: var(--_radius);
    scroll-margin-block-start: 1rem;
  }
  dialog.delete .heading {
    margin-block-end: 0.5rem;
  }
  dialog.delete .actions {
    justify-content: end;
    margin-block-start: 1.25rem;
  }
  @container (inline-size >= 48rem) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .fields > [data-wide] {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size < 30rem) {
    .head,
    .card,
    .section {
      padding-inline: 1rem;
    }
  }
`;
