import { html, nothing, type TemplateResult } from 'lit';

export interface MenuItem {
  label: string;
  isDangerous?: boolean;
  run: () => void;
}

const GAP = 4;
/** Room that a menu may need, px. */
const ROOM = 180;

/** What can be done with a row, behind a button with three dots. */
export const renderRowMenu = (
  id: string,
  label: string,
  items: readonly MenuItem[],
): TemplateResult | typeof nothing =>
  items.length === 0
    ? nothing
    : html`
        <button class="icon-button dots" type="button" popovertarget="menu-${id}" aria-label=${label}>
          <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
            <circle cx="3" cy="8" r="1.4" />
            <circle cx="8" cy="8" r="1.4" />
            <circle cx="13" cy="8" r="1.4" />
          </svg>
        </button>
        <div
          class="menu"
          id="menu-${id}"
          popover
          role="group"
          aria-label=${label}
          @beforetoggle=${place}
          @toggle=${enter}
          @keydown=${move}
        >
          ${items.map((item) => renderItem(item))}
        </div>
      `;

const renderItem = ({ label, isDangerous, run }: MenuItem) => html`
  <button
    class="item"
    type="button"
    ?data-dangerous=${isDangerous}
    @click=${(event: Event) => {
      menuOf(event).hidePopover();
      run();
    }}
  >
    ${label}
  </button>
`;

/** Whatever listens here is in a menu or is one. */
function menuOf(event: Event): HTMLElement {
  const listener = event.currentTarget as HTMLElement;
  return listener.closest<HTMLElement>('.menu') ?? listener;
}

/** Below the button, at its end; above it where there is no room. */
function place(event: ToggleEvent): void {
  if (event.newState !== 'open') return;
  const menu = menuOf(event);
  const button = menu.previousElementSibling as HTMLElement;
  const box = button.getBoundingClientRect();
  const isLow = innerHeight - box.bottom < ROOM;
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  menu.style.top = isLow ? 'auto' : `${box.bottom + GAP}px`;
  menu.style.bottom = isLow ? `${innerHeight - box.top + GAP}px` : 'auto';
  menu.style.left = isRightToLeft ? `${box.left}px` : 'auto';
  menu.style.right = isRightToLeft ? 'auto' : `${document.documentElement.clientWidth - box.right}px`;
}

function enter(event: ToggleEvent): void {
  if (event.newState === 'open') menuOf(event).querySelector('button')?.focus();
}

function move(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const items = [...menuOf(event).querySelectorAll('button')];
  const at = items.indexOf(event.target as HTMLButtonElement);
  items.at((at + step) % items.length)?.focus();
}
