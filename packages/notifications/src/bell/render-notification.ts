import type { Notification } from '@crm-elements/contract';
import { formatRelative, type Formats } from '@crm-elements/core/lit';
import { renderAvatar, renderIcon } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import { icons } from '../icons.js';
import { renderSentence } from './render-sentence.js';

interface View {
  words: Words;
  formats: Formats;
  /** Address of what it is about, where the host gives one. */
  href: string | undefined;
  open: (event: MouseEvent) => void;
}

/** One notification: a single link, or button, that opens what it is about. */
export function renderNotification(notification: Notification, view: View): TemplateResult {
  const { words, formats, href, open } = view;
  const { actor, kind, created_at: at, read } = notification;
  const content = html`
    ${
      actor
        ? renderAvatar(actor.name)
        : html`<span class="avatar" data-kind=${kind}>
            ${renderIcon(kind === 'workflow_failed' ? icons.warning : icons.bell)}
          </span>`
    }
    <span class="what">
      <span class="sentence">${renderSentence(notification, words)}</span>
      <time class="when" datetime=${at} title=${formats.dateTime(at)}>${formatRelative(formats, at)}</time>
    </span>
    ${read ? nothing : html`<span class="dot"></span><span class="visually-hidden">${words.isUnread}</span>`}
  `;
  return html`
    <li class="notification" part="notification" ?data-unread=${!read}>
      ${
        href === undefined
          ? html`<button class="open" type="button" @click=${open}>${content}</button>`
          : html`<a class="open" href=${href} @click=${open}>${content}</a>`
      }
    </li>
  `;
}
