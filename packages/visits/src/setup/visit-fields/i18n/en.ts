/** English words of the fields of visits; this dictionary is the type of the others. */
export const en = {
  title: 'Fields of visits',
  intro:
    'Fields of your own, for the visits of all portals. A field takes what a page tells under the same label; like the standard ones, nobody edits it.',
  none: 'There is no field of your own yet',
  noneHint: 'Make one of what your sites tell, or with a label that they will tell.',
  create: 'New field',
  edit: 'Edit',
  editName: (label: string) => `Edit ${label}`,
  remove: 'Remove',
  removeName: (label: string) => `Remove ${label}`,
  removeTitle: (label: string) => `Remove the field ${label}?`,
  removeText:
    'Its values disappear from all visits. List views and workflow rules that compare it no longer work until they are changed.',
  removeKept: (days: string) =>
    `What the sites told is kept: made anew, the field is filled for the visits of the last ${days} days.`,
  saved: (label: string) => `${label} is saved.`,
  removed: (label: string) => `${label} is removed.`,
  lastTold: (time: string) => `Told last ${time}`,
  neverTold: 'Not told in the last visits',
  misfit: (type: string) => `does not fit “${type}”: left out`,
  told: {
    title: 'What your sites tell',
    hint: (visits: string) =>
      `Labels without a field, from the last ${visits} visits of all portals. They are kept with each visit, and one click makes a field of them.`,
    refresh: 'Look again',
    none: 'Nothing that has no field yet',
    noneHint: 'A page tells details of a visitor like this:',
    code: 'How a page tells details',
    person: 'Person',
    personHint: 'Goes into the lead or contact as well',
    create: 'Create field',
    createName: (label: string) => `Create field ${label}`,
  },
  form: {
    create: 'New field of visits',
    edit: 'Edit field of visits',
    label: 'Label',
    labelHint:
      'The same as on the site. Upper and lower case do not count, nor do spaces before and after; all else does.',
    similar: (told: string) => `The site tells “${told}”. Under another label, the field stays empty.`,
    use: (told: string) => `Use “${told}”`,
    type: 'Type',
    typeFixed: 'The type of a field stays.',
    length: 'Most characters',
    decimals: 'Decimal places',
    values: 'Values to choose from',
    valuesHint: 'One a line, written as the site tells them. Others are left out.',
    onSite: 'On the site',
    past: (days: string) =>
      `Visits of the last ${days} days that have no value are filled too, with what their pages told.`,
  },
  types: {
    text: ['Text', 'Longer ones are cut.'],
    textarea: ['Text of several lines', 'At most 32,000 characters.'],
    picklist: ['Pick list', ''],
    integer: ['Whole number', 'At most nine digits.'],
    double: ['Number', 'Rounded to its decimal places.'],
    currency: ['Amount of money', 'In the currency of the organization.'],
    percent: ['Percent', 'At most five digits, decimals included.'],
    boolean: ['Check box', 'The site tells true or false.'],
    date: ['Date', 'The site tells it as 2026-02-28.'],
    datetime: ['Date and time', 'The site tells it with its zone, as 2026-02-28T14:30:00Z.'],
    email: ['E-mail', 'Other texts are left out.'],
    phone: ['Phone', 'Other texts are left out.'],
    website: ['Web address', 'Other texts are left out.'],
  },
  faults: {
    label: (maximum: string) => `Give it a label of at most ${maximum} characters.`,
    taken: 'Another field has this label already.',
    number: 'This is a whole number.',
    between: (minimum: string, maximum: string) => `From ${minimum} to ${maximum}.`,
    decimals: 'The length leaves no room for these decimal places.',
    noValues: 'Name one value at least.',
    sameValue: 'A value stands here twice.',
    longValue: (maximum: string) => `A value has at most ${maximum} characters.`,
    limit: (limit: string) => `There are ${limit} fields already, more are not possible.`,
  },
} satisfies Words;

/** Name of a type and what it takes. */
type TypeWords = [name: string, hint: string];
type Words = Record<string, unknown> & { types: Record<string, TypeWords> };
