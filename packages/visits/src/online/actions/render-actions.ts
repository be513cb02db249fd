import { html, nothing, type TemplateResult } from 'lit';
import type { ShownVisitor } from '../visitors-state.js';
import type { OnlineWords } from '../i18n/index.js';

interface Actions {
  visitor: ShownVisitor;
  name: string;
  terms: OnlineWords;
  onInvite: () => void;
  onOpenChat: () => void;
  onCall: (event: Event, phone: string) => void;
  onAddPhone: () => void;
}

/** What can be done with somebody who is on the site. */
export function renderActions(actions: Actions): TemplateResult | typeof nothing {
  const { visitor, name, terms, onInvite, onOpenChat } = actions;
  if (visitor.leftAt !== undefined) return nothing;
  return html`<div class="actions" part="actions" role="group" aria-label=${terms.actionsFor(name)}>
    <button class="action" type="button" aria-label=${terms.inviteName(name)} @click=${onInvite}>
      ${terms.invite}
    </button>
    <button class="action" type="button" aria-label=${terms.openChatName(name)} @click=${onOpenChat}>
      ${terms.openChat}
    </button>
    ${renderCall(actions)}
  </div>`;
}

function renderCall({ visitor, name, terms, onCall, onAddPhone }: Actions) {
  const { phone, record } = visitor;
  if (phone !== null)
    return html`<a
      class="action"
      part="call"
      href=${`tel:${phone.replace(/[^\d+]/g, '')}`}
      title=${phone}
      aria-label=${terms.callName(name, phone)}
      @click=${(event: Event) => onCall(event, phone)}
      ><svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
        <path
          d="M6.2 3 8 7 6.3 8.5a9 9 0 0 0 5.2 5.2L13 12l4 1.8v2.4c0 .5-.4.8-.8.8C9 17 3 11 3 3.8c0-.4.3-.8.8-.8z"
          fill="currentColor"
        ></path></svg
      >${terms.call}</a
    >`;
  if (!record) return nothing;
  return html`<button
    class="action"
    type="button"
    aria-label=${terms.addPhoneName(name)}
    @click=${onAddPhone}
  >
    ${terms.addPhone}
  </button>`;
}
