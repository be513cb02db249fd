import type { Resource } from '@crm-elements/core';
import { StoreController } from '@crm-elements/core/lit';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CrmUserPickedEvent, type PersonKind } from '../events.js';
import { PickerElement } from '../picker/picker-element.js';
import { renderAvatar } from '../render-avatar.js';
import { PeopleStore } from './people-store.js';
import { fitting, type PersonOption } from './person-option.js';

const kindNames: readonly string[] = ['user', 'role', 'group'] satisfies PersonKind[];

/** Stands for whoever reads the criteria. */
const CURRENT_USER = '${CURRENTUSER}';

/**
 * Picks a user, a role or a group. Only users who are active are offered.
 *
 * @tagname crm-user-picker
 * @csspart field - Label, control and error.
 * @csspart label - The label.
 * @csspart control - The input with its buttons.
 * @csspart clear - The button that picks nobody.
 * @csspart menu - The list of what was found.
 * @csspart option - One user, role or group of the list.
 * @csspart fault - The words of an error.
 * @cssprop [--crm-accent] - Colour of focus and of the active option.
 * @fires {CrmUserPickedEvent} crm-user-picked - The reader has picked somebody, or nobody.
 */
export class CrmUserPicker extends PickerElement<PersonOption> {
  /** What can be picked: any of `user`, `role` and `group`, with spaces between. */
  @property() kinds = 'user';

  /** Also offers the one who reads, whoever that is then: `${CURRENTUSER}` of the criteria. */
  @property({ type: Boolean, attribute: 'current-user' }) currentUser = false;

  /** Who is picked; an empty name is found by the id. */
  @property({ attribute: false }) override value: PersonOption | null = null;

  readonly #people = new StoreController<Resource<readonly PersonOption[]>, PeopleStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `people/${this.#kinds.join()}`,
        create: (client) => new PeopleStore(client, this.#kinds),
      },
  );
  #filtered:
    { from: unknown; text: string; language: string; found: Resource<readonly PersonOption[]> } | undefined;

  protected override get found(): Resource<readonly PersonOption[]> | undefined {
    const { value } = this.#people;
    if (!value?.data) return value;
    const text = this.typed?.trim() ?? '';
    const { language } = this;
    if (
      this.#filtered?.from !== value ||
      this.#filtered.text !== text ||
      this.#filtered.language !== language
    )
      this.#filtered = {
        from: value,
        text,
        language,
        found: { ...value, data: fitting([...this.#current, ...value.data], text) },
      };
    return this.#filtered.found;
  }

  protected override get pickedName(): string {
    const { value } = this;
    if (!value) return '';
    if (value.id === CURRENT_USER) return this.words.currentUser;
    return value.name || (this.#people.value?.data?.find(({ id }) => id === value.id)?.name ?? value.id);
  }

  protected override updated(changed?: PropertyValues): void {
    super.updated();
    const isUnnamed = this.value && !this.value.name && this.value.id !== CURRENT_USER;
    // What failed is not asked for again by every drawing.
    if (isUnnamed && changed?.has('value')) void this.#people.source?.load();
  }

  protected override seek(): void {
    void this.#people.source?.load();
  }

  protected override announcePick(value: PersonOption | null): void {
    const picked = value && { type: value.type, id: value.id, name: value.name };
    this.dispatchEvent(new CrmUserPickedEvent(picked));
  }

  protected override renderMark({ type }: PersonOption): TemplateResult | typeof nothing {
    return type === 'user' ? renderAvatar(this.pickedName) : nothing;
  }

  protected override renderOption({ type, name, detail }: PersonOption): TemplateResult {
    return html`
      ${renderAvatar(name)}
      <span class="lines">
        <bdi class="name">${name}</bdi>
        ${detail ? html`<bdi class="muted">${detail}</bdi>` : nothing}
      </span>
      ${type === 'user' ? nothing : html`<span class="chip">${this.words.kinds[type]}</span>`}
    `;
  }

  get #kinds(): PersonKind[] {
    const kinds = this.kinds.split(/\s+/).filter((kind): kind is PersonKind => kindNames.includes(kind));
    return kinds.length > 0 ? kinds : ['user'];
  }

  get #current(): PersonOption[] {
    if (!this.currentUser) return [];
    return [{ type: 'user', id: CURRENT_USER, name: this.words.currentUser }];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-user-picker': CrmUserPicker;
  }
}
