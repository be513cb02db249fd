/** Calls the API as the demo's administrator. */
async function signIn(port) {
  const origin = `http://127.0.0.1:${port}`;
  const answer = await fetch(
    `${origin}/oauth/v2/token?grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=demo-admin`,
    { method: 'POST' },
  );
  const { access_token: token } = await answer.json();
  return async (method, path, body) => {
    const response = await fetch(origin + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}

async function openPortal(port) {
  const call = await signIn(port);
  const { data } = await call('GET', '/v1/portals');
  return { call, portal: `/v1/portals/${data[0].id}` };
}

/** Nobody is told of any visit on the demo's portal. */
export async function routeNobody(port) {
  const { call, portal } = await openPortal(port);
  await call('PATCH', portal, { visitor_notifications: false });
}

/** Routing and triggers on the demo's portal, so that every visit is compared and told of. */
export async function setRules(port) {
  const { call, portal } = await openPortal(port);
  const rule = { active: true, user_ids: [], group_ids: [], action: 'notify', route_to: 'all' };
  const { revision } = await call('GET', `${portal}/routing-rules`);
  await call('PUT', `${portal}/routing-rules`, {
    revision,
    route_rest: true,
    rules: [
      { ...rule, name: 'Customers', criteria: '(Visitor_Type:in:Customer,Potential)' },
      { ...rule, name: 'Searchers', criteria: '((Source:equals:search)and(Number_Of_Pages:greater_than:2))' },
    ],
  });
  const trigger = {
    active: true,
    action: { type: 'invite', text: 'May I help?' },
    delay: 5,
    once_per: 'visit',
  };
  await call('PUT', `${portal}/triggers`, {
    revision: revision + 1,
    rules: [
      { ...trigger, name: 'Looks around', criteria: '(Number_Of_Pages:greater_than:3)' },
      { ...trigger, name: 'Stays', criteria: '(Seconds_On_Page:greater_than:60)' },
    ],
  });
}
