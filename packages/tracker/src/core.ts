import type { CollectEvent } from '@crm-elements/contract';
import { createEngagedTime, isAttentive } from './engagement/engaged-time.js';
import { createEngagement } from './engagement/engagement.js';
import { later, listen, whenIdle } from './guard.js';
import { createIdentity } from './identity.js';
import { newId } from './ids.js';
import { patchHistory, watchNavigation } from './events/navigation.js';
import { describePage, foreignReferrer, type Page } from './events/page.js';
import { createQueue } from './delivery/queue.js';
import { createStore } from './delivery/store.js';
import type { Command, Consent, Core, Feature, Handler, NewEvent, Touched, TrackerOptions } from './types.js';
import { need, warn } from './warn.js';

/** What a single-page application gets to draw its page and to set its title (ms). */
const SETTLE = 60;
/** A view that ends sooner (ms after the load) does not pay for what only a longer one needs. */
const SHORT_VIEW = 6_000;

/** Page views, engagement and delivery; the feature adds the rest. Needs a DOM. */
export const createCore = (options: TrackerOptions, feature: Feature): Command => {
  const { src, portal, consent, queued = [] } = options;
  const hash = 'hash' in options;
  need(portal);
  const name = `crm:${portal}:`;
  const store = createStore(name);
  const identity = createIdentity(store, consent === 'required');
  let visit: Touched | undefined;
  let referrer = foreignReferrer();
  let left = false;

  /** Gives the event its id. */
  const send = (event: NewEvent, wait?: number): string => {
    const i = (event.i = newId());
    queue.add(core.entry(event), wait);
    return i;
  };

  const push = (event: NewEvent): void => {
    const touched = identity.touch();
    if (!touched) return;
    // A visit begins with a page view.
    if (touched.fresh || !core.view) open();
    visit = touched;
    event.p = core.view?.i;
    send(event);
  };

  /** Sends the engagement so far; `end` says that the view has ended. */
  const tell = (end?: true): void => engagement.totals(end).forEach((entry) => queue.add(entry));

  /** Begins a page view; `settle` is the time the page gets to be drawn. */
  const open = (page: Page = {}, settle = 0): void => {
    // The view before had the title that the page has now.
    queue.flush();
    tell(true);
    visit = identity.touch();
    if (!visit) return;
    const before = core.view;
    core.view = { i: send(describePage({ referrer, ...page }, hash), settle), engaged: createEngagedTime() };
    referrer = '';
    if (before) later(engagement.restart, settle);
  };

  /** Follows the visitor's choice, made here or in another tab; somebody else has not seen this page before. */
  const follow = (): void => {
    const now = identity.touch();
    if (now && now.u !== visit?.u) open();
    visit = now;
    if (now) {
      engagement.arm();
    } else {
      engagement.disarm();
      queue.clear();
      core.view = undefined;
    }
  };
  const choose = (choice: Consent): void => {
    identity.choose(choice);
    follow();
  };

  const core: Core = {
    portal,
    url: new URL('/v1/collect', src).href,
    store,
    identity,
    entry: (e) => ({ z: Date.now(), u: visit?.u, s: visit?.s, e: e as CollectEvent }),
    push,
    handlers: {
      page: (page, title) => open((typeof page === 'object' ? page : { url: page, title }) as Page),
      consent(choice) {
        need(/^(denied|anonymous|granted)$/.test(choice as string));
        choose(choice as Consent);
      },
      optout: () => choose('optout'),
    },
  };
  const queue = createQueue(core);
  const engagement = createEngagement(core, () => {
    tell();
    if (isAttentive() && identity.touch()?.fresh) open();
  });
  const command = ((...call: unknown[]) => {
    try {
      const [action, ...args] = call;
      core.handlers[action as string]!(...args);
    } catch {
      // An unknown command, or a value that its handler cannot use.
      warn(call);
    }
  }) as Command;
  command.push = (call) => (command as Handler)(...call);

  const look = (): void => {
    // A page in the background is viewed when it is seen.
    if (!core.view && !document.hidden) open();
    core.view?.engaged();
    if (!left && document.hidden) engagement.leave();
  };
  watchNavigation(() => core.view && open({}, SETTLE), hash, patchHistory);
  ['visibilitychange', 'focus', 'blur'].forEach((type) => listen(type, look));
  listen('pagehide', () => {
    queue.flush();
    engagement.leave(true);
    left = true;
  });
  listen<PageTransitionEvent>('pageshow', ({ persisted }) => {
    left = false;
    if (persisted && core.view) open();
  });
  listen('online', queue.drain);
  feature(core);
  queued.forEach(command.push);
  look();
  whenIdle(() => {
    engagement.start(SHORT_VIEW);
    listen<StorageEvent>('storage', ({ key }) => key === name && follow());
    core.settled?.();
  }, SHORT_VIEW);
  return command;
};
