import { expect, test } from '@playwright/test';
import { accept, beginChat, openChat, openConsole, say } from './people.js';

test('listeners that a page of SalesIQ has set hear of the chat as it goes on', async ({ browser }) => {
  const desk = await openConsole(browser);
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const heard: unknown[] = [];
    const listen = (path: string) => (id: unknown, data: Record<string, unknown>) =>
      heard.push([path, typeof id, data.text ?? data.name ?? null]);
    type Visitor = Record<string, (listener: unknown) => void>;
    const salesiq = {
      ready() {
        const { visitor, chat } = (window as unknown as { $zoho: { salesiq: Record<string, Visitor> } }).$zoho
          .salesiq;
        for (const name of ['chat', 'attend', 'chatmessage', 'chatcomplete'])
          visitor![name]!(listen(`visitor.${name}`));
        chat!.start!(listen('chat.start'));
        Object.assign(window, { heard });
      },
    };
    Object.assign(window, { $zoho: { salesiq } });
  });
  const shop = await openChat(context);
  const heard = () => shop.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  await expect.poll(heard).toEqual([]);
  await beginChat(shop, 'Tove Lind', 'Is it dimmable?');
  const begun = [
    ['visitor.chat', 'string', 'Is it dimmable?'],
    ['chat.start', 'string', 'Is it dimmable?'],
  ];
  await expect.poll(heard).toEqual(begun);
  await accept(desk, 'Tove Lind');
  // The page hears of it with the next answer to what it tells.
  await shop.evaluate(() =>
    (window as unknown as { crm: (...call: string[]) => void }).crm('track', 'looks'),
  );
  const attended = [...begun, ['visitor.attend', 'string', 'Noah Bernard']];
  await expect.poll(heard).toEqual(attended);
  await say(shop, 'And how far?');
  await expect.poll(heard).toEqual([...attended, ['visitor.chatmessage', 'string', 'And how far?']]);
  await desk.getByRole('button', { name: 'End chat' }).click();
  await expect.poll(async () => (await heard()).at(-1)).toEqual(['visitor.chatcomplete', 'string', null]);
  await context.close();
});
