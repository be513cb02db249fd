/** English words of the green dot; this dictionary is the type of the others. */
export const en = {
  online: 'Online now',
  /** @param page title of the page that the person looks at */
  onlineOn: (page: string) => `Online now, on “${page}”`,
  wasOnline: 'Was online when last seen',
};
