import type { HeaderList } from './exchange.ts'
import { type Json, type JsonObject, isJsonArray, isJsonObject } from './json.ts'
import { encodeHeaderValue } from './mcp-message.ts'

/** An `x-mcp-header` that breaks a rule. `at` is a JSON Pointer into the input schema. */
export type InvalidParamHeader = { readonly at: string; readonly says: string }

/** The headers that mirror a tool's arguments, and what is wrong with the tool's wish for them. */
export type ParamHeaders = {
  readonly headers: HeaderList
  /** A client must not list a tool for which this is not empty. */
  readonly invalid: readonly InvalidParamHeader[]
  /** Arguments that no header can carry. */
  readonly unsendable: readonly InvalidParamHeader[]
}

/**
 * Mirrors tool arguments into `Mcp-Param-…` headers where the input schema asks for it with `x-mcp-header`
 * (MCP 2026-07-28 Streamable HTTP, "Custom headers from tool parameters"). Absent and null arguments get no header.
 */
export function xMcpHeaders(
  tool: { readonly inputSchema?: JsonObject },
  toolArguments: JsonObject,
): ParamHeaders {
  const { wishes, invalid } = findWishes(tool.inputSchema ?? {})
  const headers: (readonly [string, string])[] = []
  const unsendable: InvalidParamHeader[] = []
  for (const wish of wishes) {
    const value = valueAt(toolArguments, wish.path)
    if (value === undefined || value === null) continue
    const written = writeValue(value, wish.type)
    if (written === undefined) unsendable.push({ at: wish.at, says: sayUnsendable(wish, value) })
    else headers.push([`Mcp-Param-${wish.name}`, encodeHeaderValue(written)])
  }
  return { headers, invalid, unsendable }
}

const ANNOTATION = 'x-mcp-header'
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const PRIMITIVES = ['string', 'integer', 'boolean'] as const
const DEEPEST = 64

/** Keywords that hold one schema, a list of schemas, or schemas by name; `properties` is the one that may lead on. */
const SCHEMA_KEYWORDS = ['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'items']
  .concat(['unevaluatedItems', 'additionalItems', 'contains', 'not', 'if', 'then', 'else'])
  .concat(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const SCHEMAS_BY_NAME_KEYWORDS = ['$defs', 'definitions', 'patternProperties', 'dependentSchemas']

type Wish = {
  readonly at: string
  readonly path: readonly string[]
  readonly name: string
  readonly type: (typeof PRIMITIVES)[number]
}

/** A schema on the way through the tree. `path` is undefined once it is no longer reached by `properties` alone. */
type Place = {
  readonly schema: Json | undefined
  readonly at: string
  readonly path: readonly string[] | undefined
  readonly depth: number
}

function findWishes(root: JsonObject): { wishes: Wish[]; invalid: InvalidParamHeader[] } {
  const wishes: Wish[] = []
  const invalid: InvalidParamHeader[] = []
  const names = new Set<string>()
  const open: Place[] = [{ schema: root, at: '', path: [], depth: 0 }]
  for (let place = open.pop(); place; place = open.pop()) {
    if (!isJsonObject(place.schema)) continue
    if (place.depth < DEEPEST) open.push(...subschemas(place, place.schema).toReversed())
    if (!Object.hasOwn(place.schema, ANNOTATION)) continue
    const wish = toWish(place, place.schema, names)
    if ('says' in wish) invalid.push(wish)
    else wishes.push(wish)
  }
  return { wishes, invalid }
}

function subschemas({ at, path, depth }: Place, schema: JsonObject): readonly Place[] {
  const toPlace = (way: string, child: Json | undefined, key?: string): Place => ({
    schema: child,
    at: `${at}/${way}`,
    path: key === undefined ? undefined : path && [...path, key],
    depth: depth + 1,
  })
  const byName = (keyword: string): [string, Json | undefined][] =>
    isJsonObject(schema[keyword]) ? Object.entries(schema[keyword]) : []
  return [
    ...byName('properties').map(([key, child]) => toPlace(`properties/${escape(key)}`, child, key)),
    ...SCHEMAS_BY_NAME_KEYWORDS.flatMap((keyword) =>
      byName(keyword).map(([key, child]) => toPlace(`${keyword}/${escape(key)}`, child)),
    ),
    ...SCHEMA_KEYWORDS.flatMap((keyword) => {
      const child = schema[keyword]
      if (!isJsonArray(child)) return [toPlace(keyword, child)]
      return child.map((entry, index) => toPlace(`${keyword}/${index}`, entry))
    }),
  ]
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function toWish(place: Place, schema: JsonObject, names: Set<string>): Wish | InvalidParamHeader {
  const { at, path } = place
  const name = schema[ANNOTATION]
  const refuse = (says: string): InvalidParamHeader => ({ at, says })
  if (!path || path.length === 0) {
    return refuse('x-mcp-header stands where only a chain of "properties" may lead.')
  }
  if (typeof name !== 'string' || !TOKEN.test(name)) {
    return refuse(`x-mcp-header is ${JSON.stringify(name)}, which cannot be part of a header name.`)
  }
  if (names.has(name.toLowerCase())) {
    return refuse(`x-mcp-header "${name}" comes more than once; case does not tell names apart.`)
  }
  names.add(name.toLowerCase())
  const type = PRIMITIVES.find((primitive) => primitive === schema.type)
  if (type) return { at, path, name, type }
  return refuse(
    `x-mcp-header "${name}" is on a parameter of the type ${JSON.stringify(schema.type ?? null)}; only string, integer and boolean may have one.`,
  )
}

function valueAt(root: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = root
  for (const key of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

function writeValue(value: Json, type: Wish['type']): string | undefined {
  if (type === 'string') return typeof value === 'string' ? value : undefined
  if (type === 'boolean') return typeof value === 'boolean' ? `${value}` : undefined
  return typeof value === 'number' && Number.isSafeInteger(value) ? `${value}` : undefined
}

function sayUnsendable({ path, type }: Wish, value: Json): string {
  const seen = JSON.stringify(value)
  return `The argument ${path.join('.')} is ${seen.length > 60 ? `${seen.slice(0, 57)}...` : seen}, but its schema says ${type}.`
}
