import { listen } from '../guard.js';

type Call = (path: string, value?: unknown) => unknown;

interface Message {
  readonly type?: string;
  readonly visitor?: Readonly<Record<string, unknown>>;
}

/** Calls of frames in the page, as JSON; nobody else may ask who the visitor is. */
export const answerMessages = (call: Call): void =>
  listen<MessageEvent>('message', ({ data, source, origin }) => {
    const asking = source as Window;
    if (asking.parent !== window) return;
    const { type, visitor = {} } = JSON.parse(data as string) as Message;
    if (type === 'zoho.salesiq.apimessage')
      for (const [name, value] of Object.entries(visitor)) call(`visitor.${name}`, value);
    if (type === 'zoho.salesiq.gettrackingdetails')
      asking.postMessage(JSON.stringify({ uvid: call('visitor.uniqueid') }), origin);
  });
