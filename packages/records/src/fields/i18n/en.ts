/** English words about values of fields; this dictionary is the type of the others. */
export const en = {
  none: 'No value',
  yes: 'Yes',
  no: 'No',
  newTab: 'new tab',
};
