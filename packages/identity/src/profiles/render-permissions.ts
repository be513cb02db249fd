import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import { isGiven, type PermissionDraft } from './permission-draft.js';
import { actionOf, categoryLabel, permissionLabel } from './permission-words.js';
import type { Category, Permission, Profile } from './profile.js';

interface Drawing {
  profile: Profile;
  draft: PermissionDraft;
  /** Words that are looked for. */
  search: string;
  isFixed: boolean;
  terms: Words;
  onToggle: (permission: Permission, isWanted: boolean) => void;
}

const holds = (text: string, search: string) =>
  text.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());

const permissionsOf = ({ permissions }: Profile, { permissions: ids }: Category): Permission[] =>
  permissions.filter(({ id }) => ids.includes(id));

const categoriesOf = ({ sections }: Profile, ofModules: boolean): Category[] =>
  sections.flatMap(({ categories }) => categories).filter(({ module }) => (module !== null) === ofModules);

/** Modules and what is allowed in each: a grid with a row for each module and a column for each action. */
export function renderModules(drawing: Drawing): TemplateResult | typeof nothing {
  const { profile, search, terms } = drawing;
  const all = categoriesOf(profile, true);
  const shown = all.filter(({ label }) => holds(label, search));
  if (shown.length === 0) return nothing;
  const columns = new Map(
    all.flatMap((one) => permissionsOf(profile, one)).map((one) => [actionOf(one), one]),
  );
  return html`
    <div
      class="scroll"
      role="region"
      aria-label=${terms.profiles.modulePermissions}
      tabindex="0"
      part="modules"
    >
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">${terms.profiles.module}</th>
            ${[...columns.values()].map((one) => html`<th scope="col">${permissionLabel(one, terms)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (category) =>
              html`<tr>
                <th scope="row"><bdi>${category.label}</bdi></th>
                ${[...columns.keys()].map((action) => renderCell(drawing, category, action))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

function renderCell(drawing: Drawing, category: Category, action: string): TemplateResult {
  const { profile, terms } = drawing;
  const permission = permissionsOf(profile, category).find((one) => actionOf(one) === action);
  if (!permission) return html`<td></td>`;
  const label = terms.profiles.allow(permissionLabel(permission, terms), category.label);
  return html`<td><label class="cell">${renderBox(drawing, permission, label)}</label></td>`;
}

/** Permissions that are about no module, by section. */
export function renderOthers(drawing: Drawing): TemplateResult[] {
  const { profile, search, terms } = drawing;
  return categoriesOf(profile, false).flatMap((category) => {
    const label = categoryLabel(category, terms);
    const shown = permissionsOf(profile, category).filter(
      (one) => holds(label, search) || holds(permissionLabel(one, terms), search),
    );
    if (shown.length === 0) return [];
    return html`<fieldset part="section">
      <legend>${label}</legend>
      ${shown.map(
        (permission) =>
          html`<label class="choice">
            ${renderBox(drawing, permission)} <span>${permissionLabel(permission, terms)}</span>
          </label>`,
      )}
    </fieldset>`;
  });
}

const renderBox = (
  { draft, isFixed, onToggle }: Drawing,
  permission: Permission,
  label?: string,
): TemplateResult => html`
  <input
    type="checkbox"
    aria-label=${label ?? nothing}
    .checked=${isGiven(permission, draft)}
    ?disabled=${isFixed || !permission.isChangeable}
    ?data-changed=${draft.has(permission.id)}
    @change=${(event: Event) => onToggle(permission, (event.target as HTMLInputElement).checked)}
  />
`;
