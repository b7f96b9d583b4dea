/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object. Members that are absent read as undefined. */
export type JsonObject = { readonly [member: string]: Json | undefined }

/** Text read as JSON: the value, or the reason why it is none. */
export type JsonReading =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'not-json'; readonly message: string }

/** Reads text as JSON. Never throws. A byte order mark at the start is passed over. */
export function parseJson(text: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
    return { kind: 'value', value: toJson(value) }
  } catch (error) {
    return { kind: 'not-json', message: error instanceof Error ? error.message : String(error) }
  }
}

/** Reads text as a JSON object, or undefined when it is anything else. */
export function parseJsonObject(text: string): JsonObject | undefined {
  const reading = parseJson(text)
  return reading.kind === 'value' && isJsonObject(reading.value) ? reading.value : undefined
}

/** Narrows to an object: no array, no null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Narrows to an array. */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** A member that is a string, or undefined for anything else. */
export function stringMember(object: JsonObject | undefined, name: string): string | undefined {
  const value = object?.[name]
  return typeof value === 'string' ? value : undefined
}

/** The strings of a member that is an array; undefined when it is no array. Other entries are left out. */
export function stringsMember(
  object: JsonObject | undefined,
  name: string,
): readonly string[] | undefined {
  const value = object?.[name]
  if (!isJsonArray(value)) return undefined
  return value.filter((entry) => typeof entry === 'string')
}

/** A member that is an object, or undefined. */
export function objectMember(object: JsonObject | undefined, name: string): JsonObject | undefined {
  const value = object?.[name]
  return isJsonObject(value) ? value : undefined
}

function toJson(value: unknown): Json {
  return isJson(value) ? value : null
}

function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol'
}
