import { Type } from '@sinclair/typebox';
import { routes } from '../route.js';

/** Answered with a script that boots the embed code; where nobody has the code, the script says so in the console. */
const script = {
  tag: 'Visitor tracking',
  dialect: 'v1',
  security: 'none',
  responses: { 200: null },
} as const;

/** Where sites that come from SalesIQ load their script: nothing but the host name of their code is changed. */
export const widgetRoutes = routes({
  'GET /widget': {
    summary:
      'Script of the codes of SalesIQ; without `wc` it asks again with the widget code that the page has',
    ...script,
    query: Type.Object({ wc: Type.Optional(Type.String({ maxLength: 256 })) }),
  },
  'GET /:portal/float.ls': {
    summary: 'Script of the oldest codes of SalesIQ, by the names of portal and code',
    ...script,
    params: Type.Object({ portal: Type.String({ maxLength: 128 }) }),
    query: Type.Object({ embedname: Type.Optional(Type.String({ maxLength: 128 })) }),
  },
});
