import { css } from 'lit';

export const styles = css`
  :host {
    flex: none;
    inline-size: 3rem;
    block-size: 3rem;
  }
  .picture,
  .avatar {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
  }
  .avatar {
    display: grid;
    font-size: 33cqi;
  }
  [part='photo'] {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .small {
    position: relative;
    block-size: 100%;
  }
  .face {
    position: absolute;
    inset: 0;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    cursor: pointer;
  }
  /* The sign that it can be changed, at its edge. */
  .badge {
    position: absolute;
    inset-block-end: -0.125rem;
    inset-inline-end: -0.125rem;
    display: grid;
    place-items: center;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_muted);
    opacity: 0;
  }
  .badge svg {
    inline-size: 0.75rem;
    block-size: 0.75rem;
  }
  .face:is(:hover, :focus-visible) .badge {
    opacity: 1;
  }
  @media (hover: none) {
    .badge {
      opacity: 1;
    }
  }
  dialog {
    inline-size: min(24rem, calc(100vw - 2rem));
  }
  .large {
    inline-size: 8rem;
    block-size: 8rem;
    margin: 1rem auto;
    container-type: inline-size;
  }
  .hint {
    display: block;
    margin-block-end: 0.375rem;
  }
  input[type='file'] {
    inline-size: 100%;
    min-block-size: 2rem;
  }
  .fault {
    margin-block-start: 0.375rem;
  }
  .actions {
    justify-content: end;
    margin-block-start: 1.25rem;
  }
`;
