import type { FastifyInstance } from 'fastify';
import { considerChanges } from './run/consider.js';
import { topics } from './run/applies.js';
import { startRunning } from './run/run-due.js';
import { tellLog } from './log/live.js';
import { serveLog } from './log/routes.js';
import { startDelivering } from './outside/deliver.js';
import { moveSentEmails } from './outside/sent-emails.js';
import { LEAD_CONVERTED } from '../records/index.js';
import type { Platform } from './platform.js';
import { createActiveRules } from './rules/active-rules.js';
import { serveRules } from './rules/routes.js';

export { readSentEmails } from './outside/sent-emails.js';
export { removeOldRuns } from './log/sweep.js';
export { automationMigrations } from './migrations.js';
export { seedRules } from './seed.js';
export { WORKFLOW_FAILED, type WorkflowFailed } from './run/topics.js';

/** Brings workflow rules into the app. */
export function mountAutomation(app: FastifyInstance, platform: Platform): void {
  const consider = considerChanges(platform.modules, createActiveRules());
  for (const topic of topics) platform.relay.on(topic, consider);
  platform.relay.on(LEAD_CONVERTED, async (tx, events) => {
    for (const { orgId, key, payload } of events)
      if (typeof payload.contactId === 'string') await moveSentEmails(tx, orgId, key, payload.contactId);
    return [];
  });
  serveRules(app, platform);
  serveLog(app, platform);
  tellLog(platform.relay, platform.realtime, platform.database.db);
}

/** Does what rules were set off to do. @returns a function that stops it, when what is under way is done */
export function startAutomation(
  { database, modules, mailer, secrets, outboundAllow: allow }: Omit<Platform, 'relay' | 'realtime'>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const stopRunning = startRunning(database, modules, onError);
  const stopDelivering = startDelivering(database, { mailer, secrets, allow }, onError);
  return async () => {
    await Promise.all([stopRunning(), stopDelivering()]);
  };
}
