import { z } from 'zod'
import type { Endpoint } from '../contract/endpoint.ts'
import { refusals } from '../contract/refusals.ts'
import type { Route } from './route.ts'

type Schema = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
  return rest
}

/** OpenAPI 3.1, made from the same contracts that the routes parse with. */
export function openApi(routes: readonly Route[], version: string, origin: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const { endpoint, policy } of routes) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, policy) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Silian 四链', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: `${origin}/api` }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'silian_session' } },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['code', 'details'],
          properties: { code: { enum: [...Object.keys(refusals), 'internal_error'] }, details: { type: 'object' } },
        },
      },
    },
  }
}

function operationOf(endpoint: Endpoint, policy: string): Schema {
  const parameters = [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query)]
  const noun = endpoint.path.split('/')[1]!
  return {
    tags: [noun],
    summary: endpoint.summary ?? `${endpoint.method} ${endpoint.path}`,
    description: endpoint.open ? 'Needs no session.' : `Policy: ${policy}`,
    ...(endpoint.open ? { security: [] } : { security: [{ session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.bytes === 'upload'
      ? { requestBody: { content: { 'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } } } } }
      : endpoint.body
        ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } } }
        : {}),
    responses: {
      200:
        endpoint.bytes === 'download'
          ? { description: 'The file', content: { 'application/octet-stream': {} } }
          : { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } } },
      default: { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
    },
  }
}

function parametersOf(where: 'path' | 'query', schema: z.ZodType | undefined): Schema[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Schema>; required?: string[] }
  return Object.entries(properties).map(([name, inner]) => ({ name, in: where, required: where === 'path' || required.includes(name), schema: inner }))
}
