import type { CollectEvent } from '@crm-elements/contract';
import { encode } from './batches.js';
import { createCommands } from './commands.js';
import { createEngagedTime } from './engaged-time.js';
import { createEngagement } from './engagement.js';
import { guard, listen, whenIdle } from './guard.js';
import { createIdentity } from './identity.js';
import { newId } from './ids.js';
import { watchNavigation } from './navigation.js';
import { describePage, foreignReferrer, type Page } from './page.js';
import { createQueue } from './queue.js';
import { createStore } from './store.js';
import type { Command, Consent, Core, CoreOptions, Entry, Feature, NewEvent, View } from './types.js';
import { need } from './warn.js';

/** What a single-page application gets to draw its page and to set its title (ms). */
const SETTLE = 60;

/** Page views, engagement and delivery; the feature adds the rest. Needs a DOM. */
export const createCore = (options: CoreOptions, feature: Feature): Command => {
  const url = new URL('/v1/collect', options.src).href;
  const key = `crm:${options.portal}:`;
  const store = createStore(key);
  const identity = createIdentity(store, options.consentRequired);
  let referrer = foreignReferrer();
  let view: View | undefined;
  let left = false;

  const body = (entries: readonly Entry[]): string => encode(options.portal, entries, identity.load().c);
  const queue = createQueue({
    url,
    lock: key,
    store,
    encode: body,
    // An answer that comes after the visitor has refused must not be stored.
    answered: (answer, visit) => view && core.answered?.(answer, visit),
  });
  const engagement = createEngagement({
    url,
    encode: body,
    add: (entry) => queue.add(entry),
    view: () => view,
    rider: () => core.rider?.(),
    active: () => {
      if (identity.touch()?.fresh) open();
    },
  });

  const push = (event: NewEvent, wait?: number): void => {
    const visit = identity.touch();
    if (!visit) return;
    const { u, s, fresh } = visit;
    const opens = event.t === 'v';
    // A visit begins with a page view.
    if (!opens && (fresh || !view)) open();
    if (!opens && view) event.p = view.id;
    event.i = newId();
    queue.add({ z: Date.now(), u, s, e: event as CollectEvent }, wait);
    if (opens) view = { u, s, id: event.i, engaged: createEngagedTime() };
  };

  /** Begins a page view; `settle` is the time the page gets to be drawn. */
  const open = (page: Page = {}, settle = 0): void => {
    if (settle) queue.flush();
    engagement.end();
    push(describePage({ referrer, ...page }, options.hash), settle);
    referrer = '';
    engagement.begin(settle);
  };

  /** Follows the visitor's choice, made here or in another tab. */
  const follow = (): void => {
    const visit = identity.touch();
    if (!visit) {
      engagement.disarm();
      queue.clear();
      view = undefined;
    } else if (!view) {
      open();
    } else if (!visit.s !== !view.s) {
      view = { ...view, u: visit.u, s: visit.s };
      engagement.arm();
    }
  };

  const core: Core = {
    push,
    identity,
    viewId: () => view?.id,
    handlers: {
      page(page, title) {
        open((typeof page === 'object' ? page : { url: page, title }) as Page);
      },
      consent(choice) {
        need(/^(denied|anonymous|granted)$/.test(choice as string));
        identity.choose(choice as Consent);
        follow();
      },
      optout() {
        identity.choose('optout');
        follow();
      },
    },
  };
  const { command, run } = createCommands(core.handlers, options.queued);

  const start = guard(() => {
    feature(core);
    run();
    // A page in the background is viewed when it is seen.
    const visible = (): boolean => document.visibilityState === 'visible';
    const firstLook = (): void => {
      if (!view && visible()) open();
    };
    firstLook();
    watchNavigation(() => view && open({}, SETTLE), options.hash);
    listen('visibilitychange', () => {
      firstLook();
      engagement.look();
      if (!left && !visible()) engagement.leave(false);
    });
    listen('focus', engagement.look);
    listen('blur', engagement.look);
    listen('pagehide', () => {
      queue.flush();
      engagement.leave(true);
      left = true;
    });
    listen<PageTransitionEvent>('pageshow', ({ persisted }) => {
      left = false;
      if (!persisted || !view) return;
      open();
      core.restored?.();
    });
    listen('online', queue.drain);
    listen<StorageEvent>('storage', (event) => event.key === key && follow());
    whenIdle(() => {
      engagement.arm();
      queue.drain();
    });
  });
  if ((document as { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', start, { once: true });
  } else {
    start();
  }
  return command;
};
