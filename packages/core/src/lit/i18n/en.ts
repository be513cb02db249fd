/** Words that all elements share. The English dictionary is the type of the others. */
export const en = {
  loading: 'Loading…',
  retry: 'Try again',
  errorTitle: 'This could not be loaded',
  errorServer: 'The server did not answer as expected. Nothing is lost; please try again.',
  errorOffline: 'There is no connection to the server.',
  errorSignIn: 'Your sign-in has ended. Please sign in again.',
  forbiddenTitle: 'No access',
  forbidden: 'Your profile does not allow you to see this. An administrator can change that.',
  stale: 'Connection lost. You are looking at the last known state.',
};
