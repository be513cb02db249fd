import { html, type TemplateResult } from 'lit';

interface Tabs<N extends string> {
  label: string;
  /** Name and title of each. */
  tabs: readonly (readonly [N, string])[];
  chosen: N;
  choose: (name: N) => void;
}

/** Tabs, each with a panel `#panel-<name>` that is drawn while it is chosen; arrow keys, Home and End choose. */
export function renderTabs<N extends string>({ label, tabs, chosen, choose }: Tabs<N>): TemplateResult {
  const move = (event: KeyboardEvent) => {
    const list = event.currentTarget as HTMLElement;
    const isLtr = getComputedStyle(list).direction === 'ltr';
    const at = tabs.findIndex(([name]) => name === chosen);
    const next = {
      [isLtr ? 'ArrowRight' : 'ArrowLeft']: at + 1,
      [isLtr ? 'ArrowLeft' : 'ArrowRight']: at - 1,
      Home: 0,
      End: -1,
    }[event.key];
    const tab = next === undefined ? undefined : tabs.at(next % tabs.length);
    if (!tab) return;
    event.preventDefault();
    choose(tab[0]);
    list.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(tab)]?.focus();
  };
  return html`
    <div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${move}>
      ${tabs.map(
        ([name, title]) => html`
          <button
            id=${`tab-${name}`}
            type="button"
            role="tab"
            aria-selected=${name === chosen}
            aria-controls=${`panel-${chosen}`}
            tabindex=${name === chosen ? 0 : -1}
            @click=${() => choose(name)}
          >
            ${title}
          </button>
        `,
      )}
    </div>
  `;
}
