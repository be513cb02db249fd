import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ShownMessage, Side } from '../conversation/conversation-state.js';
import type { Words } from '../i18n/index.js';
import { initialOf } from './initial.js';
import { splitLinks } from './links.js';
import { groupMessages, type MessageGroup } from './message-groups.js';
import type { Times } from './times.js';

/** What messages are drawn with. */
export interface MessageDrawing {
  terms: Words;
  times: Times;
  /** Whose messages are "mine". */
  side: Side;
  retry: (id: string) => void;
  discard: (id: string) => void;
}

/** A conversation, oldest first. */
export function renderMessages(messages: readonly ShownMessage[], drawing: MessageDrawing): TemplateResult {
  const now = new Date();
  return html`${repeat(
    groupMessages(messages),
    ({ id }) => id,
    (group) => html`
      ${
        group.startsDay
          ? html`<p class="day" part="day">${drawing.times.day(group.messages[0]?.at ?? '', now)}</p>`
          : nothing
      }
      ${group.author === 'system' ? renderSystem(group, drawing) : renderGroup(group, drawing)}
    `,
  )}`;
}

function renderSystem({ messages }: MessageGroup, drawing: MessageDrawing): TemplateResult {
  return html`${messages.map(({ text }) => html`<p class="system">${systemText(text, drawing)}</p>`)}`;
}

/** What the server noted in the conversation, in the reader's words. */
function systemText(text: string, { terms, side }: MessageDrawing): string {
  if (text === `ended_by_${side}`) return terms.endedByYou;
  if (text.startsWith('ended_by_'))
    return terms.endedBy(text.endsWith('visitor') ? terms.visitor : terms.support);
  return text;
}

function renderGroup(group: MessageGroup, drawing: MessageDrawing): TemplateResult {
  const { terms, side } = drawing;
  const isOwn = group.author === side;
  const name = group.name || (group.author === 'visitor' ? terms.visitor : terms.support);
  return html`
    <div class="group" ?data-own=${isOwn} part="group">
      ${
        isOwn
          ? html`<span class="visually-hidden">${terms.you}</span>`
          : html`<span class="who" part="author"
              ><span class="avatar" aria-hidden="true">${initialOf(name)}</span><bdi>${name}</bdi></span
            >`
      }
      ${repeat(
        group.messages,
        ({ id }) => id,
        (message, index) => renderMessage(message, group.messages[index + 1], drawing),
      )}
    </div>
  `;
}

function renderMessage(
  message: ShownMessage,
  next: ShownMessage | undefined,
  drawing: MessageDrawing,
): TemplateResult {
  const isOwn = message.author === drawing.side;
  const { text, status } = message;
  // One line of time and state for those that share it.
  const isMetaShown = next?.status !== status || status === 'failed';
  return html`
    <div class="message" part="message" data-status=${status}>
      <bdi class="bubble">${splitLinks(text).map(renderPart)}</bdi>
      ${isMetaShown ? renderMeta(message, isOwn, drawing) : nothing}
      ${status === 'failed' ? renderFailure(message, drawing) : nothing}
    </div>
  `;
}

const renderPart = ({ text, href }: { text: string; href?: string }) =>
  href === undefined
    ? text
    : html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc">${text}</a>`;

function renderMeta({ at, status }: ShownMessage, isOwn: boolean, { terms, times }: MessageDrawing) {
  return html`<span class="meta" part="meta"
    ><time datetime=${at}>${times.clock(at)}</time>${
      isOwn ? html` <span class="status" part="status">${terms[status]}</span>` : nothing
    }</span
  >`;
}

function renderFailure({ id, refused }: ShownMessage, { terms, retry, discard }: MessageDrawing) {
  return html`<span class="actions">
    ${
      refused === 'conversation_ended'
        ? nothing
        : html`<button class="link" type="button" @click=${() => retry(id)}>${terms.retry}</button>`
    }
    <button class="link" type="button" @click=${() => discard(id)}>${terms.discard}</button>
  </span>`;
}
