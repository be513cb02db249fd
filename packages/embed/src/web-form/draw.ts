/** Undefined and false leave an attribute out. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and children; nodes, for a strict policy allows no markup. */
export const draw = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  element.append(...children);
  return element;
};
