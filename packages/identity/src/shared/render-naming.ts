import type { TemplateResult } from 'lit';
import { renderTextArea, renderTextField } from '@crm-elements/ui';

interface Texts {
  name: string;
  description: string;
}

interface Naming {
  terms: Texts;
  values: Texts;
  faults: Readonly<Partial<Texts>>;
  onChange: (values: Partial<Texts>) => void;
}

/** How something is called. */
export const renderName = ({ terms, values, faults, onChange }: Naming, maxLength: number): TemplateResult =>
  renderTextField({
    name: 'name',
    label: terms.name,
    value: values.name,
    fault: faults.name,
    maxLength,
    isRequired: true,
    onChange: (name) => onChange({ name }),
  });

/** What it is for, in some lines. */
export const renderDescription = (
  { terms, values, faults, onChange }: Naming,
  maxLength: number,
): TemplateResult =>
  renderTextArea({
    name: 'description',
    label: terms.description,
    value: values.description,
    fault: faults.description,
    maxLength,
    onChange: (description) => onChange({ description }),
  });
