import type { Conversation } from '@crm-elements/contract';
import { formatRelative, type Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConsoleWords } from '../i18n/console/index.js';
import { initialOf } from '../thread/initial.js';
import { groupQueue, unreadOf, type Queue } from './queue-state.js';

interface Drawing {
  terms: ConsoleWords;
  formats: Formats;
  /** Id of the conversation that is open. */
  chosen: string;
  onChoose: (id: string) => void;
}

/** The queue: who waits, whom one talks to, whom nobody answered in time, whom colleagues talk to. */
export function renderQueue(queue: Queue, drawing: Drawing): TemplateResult {
  const { terms } = drawing;
  const { waiting, missed, mine, others } = groupQueue(queue);
  return html`<nav class="queue" part="queue" aria-label=${terms.chats} @keydown=${moveFocus}>
    ${renderGroup(terms.waiting, waiting, drawing)} ${renderGroup(terms.mine, mine, drawing)}
    ${renderGroup(terms.missed, missed, drawing)} ${renderGroup(terms.others, others, drawing, true)}
  </nav>`;
}

function renderGroup(title: string, conversations: Conversation[], drawing: Drawing, isOfOthers = false) {
  if (conversations.length === 0) return nothing;
  return html`
    <h2 class="group-title">${title} <span>${drawing.formats.number(conversations.length)}</span></h2>
    <ul>
      ${repeat(
        conversations,
        ({ id }) => id,
        (conversation) => renderItem(conversation, drawing, isOfOthers),
      )}
    </ul>
  `;
}

function renderItem(
  conversation: Conversation,
  { terms, formats, chosen, onChoose }: Drawing,
  isOfOther: boolean,
) {
  const { id, visitor, operator, state, last_message: text } = conversation;
  const name = visitor.name ?? terms.visitor;
  const unread = isOfOther ? 0 : unreadOf(conversation);
  return html`<li>
    <button
      class="chat"
      data-state=${state}
      part="chat"
      type="button"
      data-id=${id}
      aria-current=${id === chosen ? 'true' : 'false'}
      @click=${() => onChoose(id)}
    >
      <span class="avatar" aria-hidden="true">${initialOf(name)}</span>
      <span class="line">
        <span class="name"><bdi>${name}</bdi></span>
        <span class="since">${renderSince(conversation, formats)}</span>
      </span>
      <span class="line">
        <bdi class="last">${isOfOther && operator ? terms.withOperator(operator.name) : text}</bdi>
        ${
          unread > 0
            ? html`<span class="unread"
                ><span aria-hidden="true">${formats.number(unread)}</span
                ><span class="visually-hidden">${terms.unread(formats.number(unread))}</span></span
              >`
            : nothing
        }
      </span>
    </button>
  </li>`;
}

/** How long somebody has waited; of whom nobody answered, since when. */
function renderSince({ state, created_at: begun, missed_at: missed }: Conversation, formats: Formats) {
  if (state === 'waiting') return formats.duration(Date.now() - Date.parse(begun));
  return missed === null ? nothing : formatRelative(formats, missed);
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys go through the chats. */
function moveFocus(event: KeyboardEvent): void {
  const step = steps[event.key];
  if (step === undefined) return;
  const chats = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('.chat')];
  const next = chats[chats.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
