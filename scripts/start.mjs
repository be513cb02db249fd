/** `npm start`: the demo organization, the example CRM and the shop. */
process.env.CRM_SEED ??= 'demo';
process.env.LOG_LEVEL ??= 'warn';
await import('../examples/serve.mjs');
