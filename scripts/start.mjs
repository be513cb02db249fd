/** `npm start`: the demo organization, the example CRM and the shop. */
import { serve } from '../examples/serve.mjs';

process.env.CRM_SEED ??= 'demo';
process.env.LOG_LEVEL ??= 'warn';
await serve();
