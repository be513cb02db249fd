/** Has the browser ask before the page is left. @returns a function that ends it */
export function stayOnPage(): () => void {
  const ask = (event: Event) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
