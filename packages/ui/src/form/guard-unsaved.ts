import type { ReactiveControllerHost } from 'lit';

/**
 * Has the browser ask before the page is closed while an element has something that is not saved. It listens only then:
 * browsers keep no page for the way back that listens for it.
 * @param hasChanges what it depends on makes the element update
 */
export function guardUnsaved(host: ReactiveControllerHost & Element, hasChanges: () => boolean): void {
  const ask = (event: Event): void => {
    if (hasChanges()) event.preventDefault();
  };
  const look = () => {
    // An element may update once more when it has gone.
    if (host.isConnected && hasChanges()) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  };
  host.addController({
    hostConnected: look,
    hostUpdated: look,
    hostDisconnected: () => removeEventListener('beforeunload', ask),
  });
}
