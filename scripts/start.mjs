/** `npm start`: the demo organization, the example CRM and the shop. */
process.env.CRM_SEED ??= 'demo';
await import('../examples/serve.mjs');
