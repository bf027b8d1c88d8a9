// docs/openapi.json by walking the declared endpoints: OpenAPI 3.1, schemas as the server itself checks them.
import {
  type Endpoint,
  endpoints,
  type FileRoute,
  fileRoutes,
  ProblemReply,
} from '@vungbuoc/server/endpoints';
import * as z from 'zod';

type Json = Record<string, unknown>;

/** @returns the whole text of docs/openapi.json */
export async function generate(): Promise<string> {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.route.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) };
  }
  for (const route of fileRoutes) {
    const path = route.route.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: fileOperationOf(route) };
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Vững Bước',
      version: '0.1.0',
      description:
        'Figures, verdicts and boards of the New Rural Development programme. Dates are YYYY-MM-DD, decimals are text.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Problem: schemaOf(ProblemReply) } },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function operationOf(endpoint: Endpoint): Json {
  const { path, query, body, reply } = endpoint.schemas;
  const operation: Json = {
    summary: endpoint.summary,
    parameters: [...parametersOf(path, 'path'), ...parametersOf(query, 'query')],
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(reply) } } },
      default: REFUSAL,
    },
  };
  if (endpoint.method === 'post') {
    operation.requestBody = {
      required: true,
      content: { 'application/json': { schema: closed(schemaOf(body)) } },
    };
  }
  return operation;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const REFUSAL = {
  description: 'What is wrong, and what to do (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const BYTES = { schema: { type: 'string', format: 'binary' } };
const ANSWERS: Readonly<Record<FileRoute['answers'], Json | null>> = {
  json: { 'application/json': { schema: { type: 'object' } } },
  workbook: { [WORKBOOK]: BYTES },
  file: { 'application/octet-stream': BYTES },
  picture: { 'image/webp': BYTES },
  events: { 'text/event-stream': { schema: { type: 'string' } } },
  nothing: null,
};

function fileOperationOf({ route, summary, fields, carries, answers, method }: FileRoute): Json {
  const content = ANSWERS[answers];
  const inPath = [...route.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const operation: Json = {
    summary,
    ...(inPath.length > 0 ? { parameters: inPath } : {}),
    responses: { 200: { description: 'OK', ...(content ? { content } : {}) }, default: REFUSAL },
  };
  if (carries === 'pieces') {
    const responses = { [method === 'post' ? 201 : method === 'head' ? 200 : 204]: { description: 'OK' } };
    const own = { ...operation, responses: { ...responses, default: REFUSAL } };
    if (method !== 'patch') return own;
    return { ...own, requestBody: { content: { 'application/offset+octet-stream': BYTES } } };
  }
  if (carries === null) {
    const parameters = [...inPath, ...parametersOf(fields, 'query')];
    return { ...operation, parameters };
  }
  const schema = schemaOf(fields);
  if (carries === 'form') {
    return { ...operation, requestBody: { content: { 'application/x-www-form-urlencoded': { schema } } } };
  }
  const properties = { file: { type: 'string', format: 'binary' }, ...(schema.properties as Json) };
  return {
    ...operation,
    requestBody: { content: { 'multipart/form-data': { schema: { ...schema, properties } } } },
  };
}

function parametersOf(schema: Endpoint['schemas']['path'], where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, own]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: own,
  }));
}

/** The same with every object closed: a body's unknown parts are refused. Names of records are values, not parts. */
function closed<Value>(schema: Value): Value {
  if (Array.isArray(schema)) return schema.map(closed) as Value;
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const open = 'properties' in schema && !('additionalProperties' in schema);
  return Object.fromEntries(open ? [...entries, ['additionalProperties', false]] : entries) as Value;
}

function schemaOf(schema: Endpoint['schemas']['path']): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Json;
  return json;
}
