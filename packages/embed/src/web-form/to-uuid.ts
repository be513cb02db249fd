/** The tracker's 22 characters as the UUID that they stand for. */
export const toUuid = (id: string): string => {
  const bytes = atob(id.replace(/-/g, '+').replace(/_/g, '/'));
  const hex = [...bytes].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
