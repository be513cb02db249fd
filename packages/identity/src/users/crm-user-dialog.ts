import type { Resource } from '@crm-elements/core';
import { renderResource, StoreController } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { createProfilesStore, profilesKey, type ProfilesStore } from '../profiles/profiles-store.js';
import type { ProfileSummary } from '../profiles/profile.js';
import type { Role } from '../roles/role.js';
import { createRolesStore, rolesKey, type RolesStore } from '../roles/roles-store.js';
import { FormDialog, type Faults } from '../shared/form-dialog.js';
import type { ListState } from '../shared/list-state.js';
import type { Named } from '../shared/named.js';
import { renderSelect, renderTextField } from '@crm-elements/ui';
import { localeChoices, zoneChoices } from './places.js';
import { changedValues, noValues, toValues, type User, type UserValues } from './user.js';

/** Who is edited, and how. */
interface Editing {
  /** Undefined for somebody new. */
  user: User | undefined;
  /** Whoever edits: somebody new begins with their language and time zone. */
  me: User;
  /** Without the right to manage users one changes only what is one's own. */
  mayManage: boolean;
  /** @throws {CrmError} */
  save: (changes: Partial<UserValues>) => Promise<void>;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * The form of a user: name, e-mail address, role, profile, language, time zone.
 *
 * @tagname crm-user-dialog
 * @csspart dialog - The dialog.
 * @csspart field - A field with its label and what is wrong with it.
 * @csspart loading - While roles and profiles are not known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see roles or profiles.
 */
export class CrmUserDialog extends FormDialog {
  @state() private editing: Editing | undefined;
  @state() private values: UserValues | undefined;

  readonly #profiles = new StoreController<Resource<ListState<ProfileSummary>>, ProfilesStore>(this, () =>
    this.crm && this.isOpen ? { client: this.crm, key: profilesKey, create: createProfilesStore } : undefined,
  );
  readonly #roles = new StoreController<Resource<ListState<Role>>, RolesStore>(this, () =>
    this.crm && this.isOpen ? { client: this.crm, key: rolesKey, create: createRolesStore } : undefined,
  );

  /** Shows the form. */
  open(editing: Editing): Promise<void> {
    this.editing = editing;
    this.values = this.#before;
    return this.show();
  }

  protected override get isChanged(): boolean {
    return Object.keys(this.#changes).length > 0;
  }

  protected override get heading(): string {
    const { user } = this.editing ?? {};
    return user ? this.words.users.edit(user.name) : this.words.users.add;
  }

  protected override get submitLabel(): string {
    return this.editing?.user ? this.words.save : this.words.users.add;
  }

  protected override check(): Faults {
    const { required, email } = this.words.refusals;
    const { values } = this;
    if (!values) return {};
    const needed = (['last_name', 'email', 'profile', 'role'] as const).filter(
      (name) => !values[name].trim(),
    );
    return {
      ...(!EMAIL.test(values.email.trim()) && { email }),
      ...Object.fromEntries(needed.map((name) => [name, required])),
    };
  }

  protected override async submit(): Promise<void> {
    if (!this.isChanged || !this.values) return;
    // Somebody new begins with the language and time zone that the form shows.
    const { locale, time_zone } = this.values;
    await this.editing?.save(this.editing.user ? this.#changes : { locale, time_zone, ...this.#changes });
  }

  protected override renderBody(): TemplateResult {
    const { values, words: terms } = this;
    const isFixed = !this.editing?.mayManage;
    const text = (name: 'first_name' | 'last_name' | 'email', maxLength: number) => ({
      name,
      label: terms.users.fields[name],
      value: values?.[name] ?? '',
      fault: this.faults[name],
      maxLength,
      onChange: (value: string) => this.#set(name, value),
    });
    return html`
      <div class="pair">
        ${renderTextField(text('first_name', 50))}
        ${renderTextField({ ...text('last_name', 50), isRequired: true })}
      </div>
      ${renderTextField({
        ...text('email', 100),
        type: 'email',
        isRequired: true,
        isDisabled: isFixed,
        ...(!this.editing?.user && { hint: terms.users.emailHint }),
        ...(isFixed && { hint: terms.users.fixedHint }),
      })}
      <div class="pair">${this.#renderPlace(isFixed)}</div>
      <div class="pair">${this.#renderLocale()} ${this.#renderZone()}</div>
    `;
  }

  #renderPlace(isFixed: boolean) {
    const [roles, profiles] = [this.#roles.value, this.#profiles.value];
    const resource: Resource<unknown> | undefined = roles?.data ? profiles : roles;
    return renderResource(resource, {
      terms: (words) => this.terms(words),
      retry: () => {
        void this.#roles.source?.refresh();
        void this.#profiles.source?.refresh();
      },
      isEmpty: () => false,
      empty: () => html``,
      ready: () =>
        html`${this.#renderChoice('role', roles?.data?.rows, isFixed)}
        ${this.#renderChoice('profile', profiles?.data?.rows, isFixed)}`,
    });
  }

  #renderChoice(name: 'role' | 'profile', rows: readonly Named[] = [], isDisabled: boolean): TemplateResult {
    const { choose, fields } = this.words.users;
    return renderSelect({
      name,
      label: fields[name],
      value: this.values?.[name] ?? '',
      fault: this.faults[name],
      options: rows.map((row) => ({ value: row.id, label: row.name })),
      placeholder: choose,
      isRequired: true,
      isDisabled,
      onChange: (value) => this.#set(name, value),
    });
  }

  #renderLocale(): TemplateResult {
    const value = this.values?.locale ?? '';
    return renderSelect({
      name: 'locale',
      label: this.words.users.fields.locale,
      value,
      fault: this.faults.locale,
      options: localeChoices(this.formats.locale, value),
      onChange: (locale) => this.#set('locale', locale),
    });
  }

  #renderZone(): TemplateResult {
    const value = this.values?.time_zone ?? '';
    const { own, regions } = zoneChoices(value);
    return renderSelect({
      name: 'time_zone',
      label: this.words.users.fields.time_zone,
      value,
      fault: this.faults.time_zone,
      options: own,
      groups: regions,
      onChange: (zone) => this.#set('time_zone', zone),
    });
  }

  get #before(): UserValues | undefined {
    const { user, me } = this.editing ?? {};
    return user ? toValues(user) : me && { ...noValues, locale: me.locale, time_zone: me.timeZone };
  }

  get #changes(): Partial<UserValues> {
    const { values } = this;
    const before = this.#before;
    if (!values || !before) return {};
    return changedValues(before, values);
  }

  #set(name: keyof UserValues, value: string): void {
    if (this.values) this.values = { ...this.values, [name]: value };
    this.forgive({ [name]: value });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-user-dialog': CrmUserDialog;
  }
}
