import { html, type TemplateResult } from 'lit';

interface Table {
  caption: string;
  /** Words of the summary that unfolds it. */
  summary: string;
  titles: readonly string[];
  rows: readonly (readonly unknown[])[];
}

/** The figures behind a chart, for those who read rather than look. */
export const renderTable = ({ caption, summary, titles, rows }: Table): TemplateResult =>
  html`<details class="figures" part="figures">
    <summary>${summary}</summary>
    <div class="scroll" role="region" tabindex="0" aria-label=${caption}>
      <table>
        <caption class="visually-hidden">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${titles.map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...others]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${others.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
