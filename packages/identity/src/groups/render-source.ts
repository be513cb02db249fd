import { html, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import type { Source } from './group.js';

const tones = { users: 'accent', roles: 'positive', territories: 'warning', groups: '' } as const;

/** One who belongs to a group, as a chip; what kind they are is said as well as shown. */
export const renderSource = (
  { type, name, withBelow }: Source,
  { sourceTypes, withBelow: below }: Words['groups'],
): TemplateResult =>
  html`<span class="chip" data-tone=${tones[type]}>
    <span class="kind">${sourceTypes[type]}:</span> <bdi>${withBelow ? below(name) : name}</bdi>
  </span>`;
