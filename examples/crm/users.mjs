/**
 * Who may sign in to the demo, and what the host's backend keeps for them: never a page's business.
 * @typedef {{ key: string, name: string, email: string, role: string, refreshToken: string }} DemoUser
 */

/** @type {readonly DemoUser[]} */
export const demoUsers = [
  {
    key: 'admin',
    name: 'Admin',
    email: 'admin@acme.test',
    role: 'Administrator',
    refreshToken: 'demo-admin',
  },
  { key: 'agent', name: 'Agent', email: 'agent@acme.test', role: 'Standard', refreshToken: 'demo-agent' },
  {
    key: 'light',
    name: 'Light agent',
    email: 'light@acme.test',
    role: 'Standard',
    refreshToken: 'demo-light',
  },
  {
    key: 'manager',
    name: 'Sales manager',
    email: 'manager@acme.test',
    role: 'Standard, sees the tasks of the one below',
    refreshToken: 'demo-manager',
  },
  {
    key: 'rep',
    name: 'Sales representative',
    email: 'rep@acme.test',
    role: 'Standard',
    refreshToken: 'demo-rep',
  },
  {
    key: 'guest',
    name: 'Guest',
    email: 'guest@acme.test',
    role: 'Restricted profile',
    refreshToken: 'demo-guest',
  },
];
