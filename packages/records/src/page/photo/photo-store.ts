import { Store, type CrmClient, type Running } from '@crm-elements/core';

/** What the server takes, bytes and types. */
const MOST = 10 * 1_048_576;
export const photoTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

interface Place {
  module: string;
  id: string;
}

/** The picture of a record, ready to be drawn; undefined while there is none, or none that can be drawn. */
export class PhotoStore implements Running {
  readonly state = new Store<ImageBitmap | undefined>(undefined);

  constructor(
    private readonly client: CrmClient,
    private readonly place: Place,
  ) {}

  start(): () => void {
    let isRunning = true;
    this.client
      .download('GET /crm/v8/:module/:id/photo', { params: { ...this.place } })
      .then((file) => createImageBitmap(file))
      .then((picture) => isRunning && this.state.set(picture))
      // Initials stand for it.
      .catch(() => undefined);
    return () => {
      isRunning = false;
      this.state.value?.close();
    };
  }
}

/** What is wrong with a file that is to be a picture. */
export function judgePhoto({ type, size }: File): 'photoKind' | 'photoTooLarge' | undefined {
  if (!photoTypes.includes(type)) return 'photoKind';
  return size > MOST ? 'photoTooLarge' : undefined;
}

/** Gives a record a picture, or takes it away. @throws {CrmError} */
export async function savePhoto(client: CrmClient, place: Place, file: File | null): Promise<void> {
  const params = { ...place };
  if (file) await client.upload('POST /crm/v8/:module/:id/photo', { params, file });
  else await client.call('DELETE /crm/v8/:module/:id/photo', { params });
}
