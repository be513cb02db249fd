import { css } from 'lit';

export const styles = css`
  .heading:focus {
    outline: none;
  }
  .form {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .frame > .form {
    padding: 0.25rem 1rem 1rem;
  }
  .form textarea {
    line-height: inherit;
  }
  .shortcut {
    margin-inline-start: auto;
    font-size: 0.75rem;
  }
  .notes {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .note {
    display: flex;
    gap: 0.75rem;
    padding: 0.75rem 1rem;
    border-block-start: 1px solid var(--_border);
  }
  .note[data-unsent] {
    background: var(--_raised);
  }
  .note > .form,
  .body {
    flex: 1;
    min-inline-size: 0;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    min-block-size: 2rem;
    font-size: 0.8125rem;
  }
  .author {
    font-weight: 600;
  }
  .edited::before {
    content: '· ';
  }
  .buttons {
    display: flex;
    margin-inline-start: auto;
  }
  .buttons .button {
    padding-inline: 0.5rem;
    font-size: 0.8125rem;
  }
  .title {
    margin: 0 0 0.125rem;
    font-size: inherit;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .content {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .body .fault {
    margin-block-start: 0.375rem;
  }
  .nothing {
    margin: 0;
    padding: 0.75rem 1rem 1rem;
    border-block-start: 1px solid var(--_border);
  }
  dialog .heading,
  dialog .hint {
    margin-block-end: 0.75rem;
  }
  dialog .actions {
    justify-content: end;
  }
  @container (inline-size < 24rem) {
    .shortcut {
      display: none;
    }
    .note {
      gap: 0.5rem;
    }
  }
`;
