import type { TObject, TSchema } from '@sinclair/typebox';
import { isBytes } from './bytes.js';
import type { Route } from './route.js';

type Json = Record<string, unknown>;

const security = {
  none: [],
  token: [{ token: [] }],
  portal: [],
  visitor: [{ visitor: [] }],
  party: [{ token: [] }, { visitor: [] }],
} as const;

/** Named schemas (`$id`) are hoisted to components and referenced. */
function schemaWriter(components: Json) {
  const write = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(write);
    if (typeof schema !== 'object' || schema === null) return schema;
    const { $id, ...rest } = schema as Json;
    const body = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, write(value)]));
    if (typeof $id !== 'string') return body;
    components[$id] = body;
    return { $ref: `#/components/schemas/${$id}` };
  };
  return write;
}

function parameters(
  place: 'path' | 'query',
  schema: TObject | undefined,
  write: (s: TSchema) => unknown,
): Json[] {
  if (!schema) return [];
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.has(name),
    schema: write(property),
  }));
}

const mediaType = (route: Route, status: number, schema: TSchema) => {
  if (isBytes(schema)) return 'application/octet-stream';
  return route.dialect === 'v1' && status >= 400 ? 'application/problem+json' : 'application/json';
};

const requestBody = ({ body, upload }: Route, write: (s: TSchema) => unknown) => {
  if (body) return { required: true, content: { 'application/json': { schema: write(body) } } };
  return upload && { required: false, content: { 'multipart/form-data': { schema: write(upload) } } };
};

function operation(route: Route, write: (s: TSchema) => unknown): Json {
  const responses = Object.fromEntries(
    Object.entries(route.responses).map(([status, schema]) => [
      status,
      {
        description: Number(status) < 300 ? 'OK' : 'Refused',
        ...(schema && { content: { [mediaType(route, Number(status), schema)]: { schema: write(schema) } } }),
      },
    ]),
  );
  return {
    summary: route.summary,
    tags: [route.tag],
    security: security[route.security],
    parameters: [...parameters('path', route.params, write), ...parameters('query', route.query, write)],
    ...((route.body ?? route.upload) && { requestBody: requestBody(route, write) }),
    responses,
  };
}

/** OpenAPI 3.1 document of a route table. */
export function openapi(table: Record<string, Route>): Json {
  const schemas: Json = {};
  const write = schemaWriter(schemas);
  const paths: Record<string, Json> = {};
  for (const [key, route] of Object.entries(table)) {
    const [method = '', path = ''] = key.split(' ');
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(route, write) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'CRM Elements API', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Also `Zoho-oauthtoken`.' },
        visitor: { type: 'http', scheme: 'bearer', description: 'From `POST /v1/visitor-tokens`.' },
      },
    },
  };
}
