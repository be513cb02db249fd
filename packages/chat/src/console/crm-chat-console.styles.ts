import { css } from 'lit';

export const consoleStyles = css`
  .frame {
    display: flex;
    flex-direction: column;
    block-size: var(--crm-chat-console-height, min(44rem, 80dvh));
    min-block-size: 22rem;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .panes {
    display: grid;
    flex: 1;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }
  .frame:not([data-pane='queue']) .queue,
  .frame[data-pane='queue'] .placeholder,
  .frame[data-pane='visitor'] crm-chat-thread,
  .frame[data-pane='chat'] crm-chat-visitor {
    display: none;
  }
  .frame[data-pane='visitor'] .panes {
    grid-template-rows: auto minmax(0, 1fr);
  }
  .button[aria-pressed='true'] {
    background: var(--_accent-soft);
  }
  .queue {
    overflow: auto;
    padding-block-end: 0.5rem;
  }
  .group-title {
    display: flex;
    gap: 0.5rem;
    margin: 0;
    padding: 1rem 1rem 0.375rem;
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .group-title span {
    font-weight: 400;
  }
  ul {
    margin: 0;
    padding: 0 0.5rem;
    list-style: none;
  }
  .chat {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125rem 0.625rem;
    align-items: center;
    inline-size: 100%;
    padding: 0.5rem;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .chat:hover {
    background: var(--_hover);
  }
  .chat[aria-current='true'] {
    background: var(--_accent-soft);
  }
  .chat:focus-visible {
    outline-offset: -2px;
  }
  .avatar {
    grid-row: 1 / 3;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .chat[data-state='missed'] .avatar {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .chat[aria-current='true'] .avatar {
    background: var(--_surface);
  }
  .line {
    display: flex;
    gap: 0.625rem;
    align-items: baseline;
    min-inline-size: 0;
  }
  .name,
  .last {
    flex: 1;
  }
  .name,
  .last,
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: 600;
  }
  .last {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .last,
  .since {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .since {
    font-variant-numeric: tabular-nums;
  }
  .unread {
    min-inline-size: 1.25rem;
    padding-inline: 0.375rem;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.25rem;
    text-align: center;
  }
  .chat-pane {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .chat-pane crm-chat-thread {
    flex: 1;
    min-block-size: 0;
  }
  .placeholder {
    place-self: center;
    margin: 0;
    color: var(--_muted);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 3.5rem;
    padding-inline: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--_border);
  }
  .title {
    flex: 1;
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }
  .back {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    cursor: pointer;
  }
  .back:hover {
    background: var(--_hover);
  }
  .back:dir(rtl) svg {
    scale: -1 1;
  }
  .foot {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem;
    border-block-start: 1px solid var(--_border);
  }
  .foot p {
    margin: 0;
    color: var(--_muted);
    text-align: center;
  }
  .foot a {
    display: inline-block;
    min-block-size: 1.5rem;
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .primary {
    min-block-size: 2.5rem;
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .primary:disabled {
    opacity: 0.7;
  }
  @container (inline-size >= 44rem) {
    .panes {
      grid-template-columns: 18rem minmax(0, 1fr);
    }
    .frame:not([data-pane='queue']) .queue,
    .frame[data-pane='queue'] .placeholder {
      display: block;
    }
    .frame[data-pane='visitor'] .queue {
      grid-row: 1 / 3;
    }
    .queue {
      border-inline-end: 1px solid var(--_border);
    }
    .back {
      display: none;
    }
    .bar {
      padding-inline-start: 1rem;
    }
  }
  @container (inline-size >= 64rem) {
    .frame:not([data-pane='queue']) .panes {
      grid-template: minmax(0, 1fr) / 18rem minmax(0, 1fr) 18rem;
    }
    .frame[data-pane='visitor'] .queue {
      grid-row: auto;
    }
    .frame .panes crm-chat-thread {
      display: flex;
    }
    .about {
      display: none;
    }
    .frame .panes crm-chat-visitor {
      display: block;
      border-inline-start: 1px solid var(--_border);
    }
  }
  @media (forced-colors: active) {
    .chat[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
