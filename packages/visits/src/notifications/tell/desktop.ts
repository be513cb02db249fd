/** What the browser allows, and whether it has notifications at all. */
export type DesktopPermission = NotificationPermission | 'unsupported';

export const desktopPermission = (): DesktopPermission =>
  'Notification' in window ? Notification.permission : 'unsupported';

/** Asks the reader, who has just asked for it. @returns whether notifications may be shown */
export async function allowDesktop(): Promise<boolean> {
  if (desktopPermission() === 'default') await Notification.requestPermission();
  return desktopPermission() === 'granted';
}

interface DesktopNotice {
  title: string;
  body: string;
  /** The same is the same notification, from whichever tab. */
  tag: string;
  onOpen: () => void;
}

/** Shows a notification of the system. */
export function showOnDesktop({ title, body, tag, onOpen }: DesktopNotice): void {
  if (desktopPermission() !== 'granted') return;
  try {
    const notification = new Notification(title, { body, tag });
    notification.onclick = () => {
      window.focus();
      notification.close();
      onOpen();
    };
  } catch {
    // Where only service workers may, as on telephones, the pop-up in the page is all.
  }
}
