import type { MESSAGE_MAX_LENGTH } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../i18n/index.js';
import type { OpeningField, OpeningForm } from './opening-form.js';
import { isSendKey } from '../thread/send-key.js';

const maxLength: typeof MESSAGE_MAX_LENGTH = 8_000;

interface Drawing {
  form: OpeningForm;
  terms: Words;
  /** Somebody is there to answer. */
  isAttended: boolean;
  /** Code of the refusal of the last try. */
  refused: string | undefined;
}

/** The form before the first message. */
export function renderOpening({ form, terms, isAttended, refused }: Drawing): TemplateResult {
  return html`
    <form class="opening" part="form" novalidate @submit=${form.onSubmit} @input=${form.onInput}>
      <slot name="intro" class="intro">${isAttended ? terms.intro : terms.introAway}</slot>
      ${
        refused === undefined
          ? nothing
          : html`<p class="refusal" role="alert">
              ${refused === 'rate_limited' ? terms.busy : terms.refused}
            </p>`
      }
      ${renderField(
        form,
        'name',
        terms.name,
        terms.nameMissing,
        (described) =>
          html`<input
            id="name"
            name="name"
            required
            maxlength="120"
            autocomplete="name"
            dir="auto"
            aria-invalid=${form.invalid.has('name') ? 'true' : 'false'}
            aria-describedby=${described}
            .value=${live(form.values.name)}
          />`,
      )}
      ${renderField(
        form,
        'email',
        terms.email,
        terms.emailInvalid,
        (described) =>
          html`<input
            id="email"
            name="email"
            type="email"
            required
            maxlength="100"
            pattern=".+@.+\\..+"
            autocomplete="email"
            inputmode="email"
            dir="ltr"
            aria-invalid=${form.invalid.has('email') ? 'true' : 'false'}
            aria-describedby=${described}
            .value=${live(form.values.email)}
          />`,
      )}
      ${renderField(
        form,
        'text',
        terms.question,
        terms.messageMissing,
        (described) =>
          html`<textarea
            id="text"
            name="text"
            required
            rows="3"
            maxlength=${maxLength}
            dir="auto"
            aria-invalid=${form.invalid.has('text') ? 'true' : 'false'}
            aria-describedby=${described}
            .value=${live(form.values.text)}
            @keydown=${submitOnEnter}
          ></textarea>`,
      )}
      <button class="primary" part="start" type="submit">${isAttended ? terms.start : terms.leave}</button>
    </form>
  `;
}

function renderField(
  form: OpeningForm,
  name: OpeningField,
  label: string,
  problem: string,
  input: (described: string) => TemplateResult,
): TemplateResult {
  const isInvalid = form.invalid.has(name);
  return html`
    <div class="field">
      <label for=${name}>${label}</label>
      ${input(`${name}-problem`)}
      <p class="problem" id="${name}-problem">${isInvalid ? problem : nothing}</p>
    </div>
  `;
}

function submitOnEnter(event: KeyboardEvent): void {
  if (!isSendKey(event)) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}
