import { html, type TemplateResult } from 'lit';

interface Tabs<N extends string> {
  label: string;
  /** Name and title of each. */
  tabs: readonly (readonly [N, string])[];
  chosen: N;
  choose: (name: N) => void;
}

/** Tabs, each with a panel `#panel-<name>`; arrow keys go from one to the other. */
export function renderTabs<N extends string>({ label, tabs, chosen, choose }: Tabs<N>): TemplateResult {
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const list = event.currentTarget as HTMLElement;
    const isForward = (event.key === 'ArrowRight') === (getComputedStyle(list).direction === 'ltr');
    const at = tabs.findIndex(([name]) => name === chosen);
    const next = (at + (isForward ? 1 : -1) + tabs.length) % tabs.length;
    const [name] = tabs[next] ?? [];
    if (name === undefined) return;
    choose(name);
    list.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return html`
    <div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${move}>
      ${tabs.map(
        ([name, title]) => html`
          <button
            id="tab-${name}"
            type="button"
            role="tab"
            aria-selected=${name === chosen}
            aria-controls="panel-${chosen}"
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
