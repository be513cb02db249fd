import { renderAvatar } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import { renderRowMenu, type MenuItem } from '../shared/render-row-menu.js';
import type { User } from './user.js';

interface Drawing {
  user: User;
  isMe: boolean;
  mayEdit: boolean;
  mayManage: boolean;
  /** Why the last change was refused. */
  fault: string | undefined;
  terms: Words['users'];
  /** Name of the menu. */
  label: string;
  onEdit: () => void;
  onActivate: (isActive: boolean) => void;
  onRemove: () => void;
}

const tones = { active: 'positive', disabled: 'warning', deleted: 'danger' } as const;

/** The row of a user. */
export function renderUser(drawing: Drawing): TemplateResult {
  const { user, terms, label, fault } = drawing;
  return html`
    <tr part="row">
      <th scope="row">
        <div class="who">
          ${renderAvatar(user.name)}
          <div class="lines">
            <span class="first">
              ${renderName(drawing)}
              ${drawing.isMe ? html`<span class="chip" data-tone="accent">${terms.you}</span>` : nothing}
            </span>
            <bdi class="small">${user.email}</bdi>
            <span class="small narrow"><bdi>${user.role.name}</bdi> · <bdi>${user.profile.name}</bdi></span>
            ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
          </div>
        </div>
      </th>
      <td class="wide"><bdi>${user.role.name}</bdi></td>
      <td class="wide"><bdi>${user.profile.name}</bdi></td>
      <td>
        <span class="chip" part="status" data-tone=${tones[user.status]}>${terms.statuses[user.status]}</span>
      </td>
      <td class="end">${renderRowMenu(user.id, label, itemsOf(drawing))}</td>
    </tr>
  `;
}

const renderName = ({ user, mayEdit, onEdit }: Drawing): TemplateResult =>
  mayEdit
    ? html`<button class="name" type="button" @click=${onEdit}><bdi>${user.name}</bdi></button>`
    : html`<bdi class="name">${user.name}</bdi>`;

function itemsOf(drawing: Drawing): MenuItem[] {
  const { user, isMe, mayEdit, mayManage, terms, onEdit, onActivate, onRemove } = drawing;
  const isActive = user.status === 'active';
  if (!mayEdit) return [];
  return [
    { label: terms.editAction, run: onEdit },
    ...(mayManage
      ? [{ label: isActive ? terms.deactivate : terms.activate, run: () => onActivate(!isActive) }]
      : []),
    // Nobody deletes themselves: the API refuses it always.
    ...(mayManage && !isMe ? [{ label: terms.remove, isDangerous: true, run: onRemove }] : []),
  ];
}
