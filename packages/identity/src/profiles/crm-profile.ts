import type { Resource } from '@crm-elements/core';
import { Announcer, renderResource, StoreController } from '@crm-elements/core/lit';
import { guardUnsaved } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CrmProfileChangedEvent, CrmProfileChangeEvent } from '../events.js';
import { choiceStyles } from '../shared/choice.styles.js';
import { explain } from '../shared/refusal.js';
import { renderEmpty } from '../shared/render-empty.js';
import { RightsElement } from '../shared/rights-element.js';
import { styles } from './crm-profile.styles.js';
import { setPermission, type PermissionDraft } from './permission-draft.js';
import { ProfileStore } from './profile-store.js';
import type { Permission, Profile } from './profile.js';
import { renderModules, renderOthers } from './render-permissions.js';

const nothingChanged: PermissionDraft = new Map();

/**
 * What a profile allows: by module in a grid, the rest in sections. Changes are gathered, and sent when they are
 * saved; leaving the page with unsaved ones asks.
 *
 * @tagname crm-profile
 * @csspart bar - The line with name and search.
 * @csspart note - Why nothing can be changed.
 * @csspart modules - The grid of modules and actions.
 * @csspart section - Permissions that are about no module.
 * @csspart save - The line with what is changed, and the buttons.
 * @csspart empty - The words shown when nothing matches.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see profiles.
 * @fires {CrmProfileChangeEvent} crm-profile-change - The profile is about to be saved; cancel it to prevent that.
 * @fires {CrmProfileChangedEvent} crm-profile-changed - The profile was saved.
 */
export class CrmProfile extends RightsElement {
  static override styles = [RightsElement.styles, choiceStyles, styles];

  /** Id of the profile. */
  @property({ attribute: 'profile-id' }) profileId = '';

  @state() private draft = nothingChanged;
  @state() private search = '';
  @state() private isSaving = false;
  @state() private fault = '';

  readonly #profile = new StoreController<Resource<Profile>, ProfileStore>(this, () =>
    this.crm && this.profileId
      ? {
          client: this.crm,
          key: `identity/profile/${this.profileId}`,
          create: (client) => new ProfileStore(client, this.profileId),
        }
      : undefined,
  );
  readonly #announcer = new Announcer(this);

  constructor() {
    super();
    guardUnsaved(this, () => this.isChanged);
  }

  /** True when something is changed that is not saved. */
  get isChanged(): boolean {
    return this.draft.size > 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('profileId')) this.#discard();
  }

  protected override render() {
    return html`
      ${renderResource(this.#profile.value, {
        terms: (words) => this.terms(words),
        retry: () => void this.#profile.source?.refresh(),
        isEmpty: () => false,
        empty: () => nothing,
        ready: (profile) => this.renderProfile(profile),
      })}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderProfile(profile: Profile): TemplateResult {
    const { profiles: terms } = this.words;
    return html`
      <div class="bar" part="bar">
        <div class="title">
          <h2 class="heading"><bdi>${profile.name}</bdi></h2>
          ${profile.description ? html`<p class="small"><bdi>${profile.description}</bdi></p>` : nothing}
        </div>
        <div class="end">
          <input
            type="search"
            aria-label=${terms.search}
            placeholder=${terms.search}
            .value=${this.search}
            @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
          />
        </div>
      </div>
      ${
        isAdministrator(profile)
          ? html`<p class="note" part="note">${terms.fixed}</p>`
          : this.renderReadOnly('Manage_Profiles')
      }
      ${this.renderPermissions(profile)} ${this.isChanged || this.fault ? this.renderSave() : nothing}
    `;
  }

  protected renderPermissions(profile: Profile): TemplateResult {
    const { words: terms, draft, search } = this;
    const isFixed = !this.may('Manage_Profiles');
    const onToggle = (permission: Permission, isWanted: boolean) => {
      this.draft = setPermission(profile.permissions, this.draft, permission.id, isWanted);
      this.fault = '';
    };
    const drawing = { profile, draft, search, isFixed, terms, onToggle };
    const modules = renderModules(drawing);
    const others = renderOthers(drawing);
    if (modules === nothing && others.length === 0) return renderEmpty(terms.noMatch, terms.noMatchHint);
    return html`${modules} ${others.length > 0 ? html`<div class="sections">${others}</div>` : nothing}`;
  }

  protected renderSave(): TemplateResult {
    const { words: terms, formats } = this;
    const { size } = this.draft;
    return html`<div class="save" part="save">
      <div>
        <strong>${terms.profiles.changes(formats.number(size), formats.plural(size))}</strong>
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      </div>
      <div class="actions">
        <button class="button" type="button" @click=${() => this.#discard()}>${terms.discard}</button>
        <button
          class="button primary"
          type="button"
          aria-busy=${this.isSaving}
          @click=${() => void this.#save()}
        >
          ${terms.save}
        </button>
      </div>
    </div>`;
  }

  #discard(): void {
    this.draft = nothingChanged;
    this.fault = '';
  }

  async #save(): Promise<void> {
    const { draft, profileId } = this;
    if (this.isSaving || !this.dispatchEvent(new CrmProfileChangeEvent('update', profileId))) return;
    this.isSaving = true;
    this.fault = '';
    try {
      await this.#profile.source?.save(draft);
      if (this.profileId === profileId) this.#keep(draft);
      this.dispatchEvent(new CrmProfileChangedEvent('update', profileId));
      this.#announcer.say(() => this.words.told.update);
      if (profileId === this.rights?.me.profile.id) this.refreshRights();
    } catch (error) {
      this.fault = explain(error, this.words.refusals, this.formats).text;
    } finally {
      this.isSaving = false;
    }
  }

  /** What was changed while the rest was sent is still to be saved. */
  #keep(sent: PermissionDraft): void {
    this.draft = new Map([...this.draft].filter(([id, isWanted]) => sent.get(id) !== isWanted));
  }
}

/** The profile that allows everything: nothing in it can be changed. */
const isAdministrator = ({ permissions }: Profile): boolean =>
  permissions.length > 0 && permissions.every(({ isChangeable }) => !isChangeable);

declare global {
  interface HTMLElementTagNameMap {
    'crm-profile': CrmProfile;
  }
}
