import { type JsonObject, isObject } from '../json.ts'
import { MODERN } from '../options.ts'
import { type Visit, keeps, knowsMethod } from '../scene.ts'
import { CODE, type Call, type Ending, failure } from './messages.ts'
import {
  SERVER_INFO,
  type Turn,
  answerToolCall,
  findTool,
  listTools,
  toolCapabilities,
} from './methods.ts'
import { mirroredArguments } from './tools.ts'

const META = 'io.modelcontextprotocol/'

/** How long a list may be kept, in milliseconds. */
const LIST_LIFETIME = 60_000

/** The stateless revision: each request says everything, in headers and in `_meta`. */
export async function answerModern(turn: Turn): Promise<Ending> {
  const objection = objectionTo(turn)
  if (objection !== undefined) return objection
  return complete(await answerMethod(turn), turn)
}

async function answerMethod(turn: Turn): Promise<Ending> {
  const { method } = turn.call
  switch (knowsMethod(turn.visit.scene, method) ? method : '') {
    case 'server/discover':
      return { kind: 'result', result: discovery() }
    case 'tools/list':
      return listTools(turn)
    case 'tools/call':
      return answerToolCall(turn)
    default:
      return failure(404, CODE.method, `There is no method ${method}`)
  }
}

function discovery(): JsonObject {
  return {
    supportedVersions: [MODERN],
    capabilities: toolCapabilities(),
    instructions: 'A practice server: its tools do no harm.',
  }
}

/** What every result carries, and what a list or a discovery carries besides. */
function complete(ending: Ending, { call, authenticated }: Turn): Ending {
  if (ending.kind !== 'result') return ending
  const kept =
    call.method === 'tools/call'
      ? {}
      : { ttlMs: LIST_LIFETIME, cacheScope: authenticated ? 'private' : 'public' }
  const result = {
    resultType: 'complete',
    ...ending.result,
    ...kept,
    _meta: { [`${META}serverInfo`]: SERVER_INFO },
  }
  return { kind: 'result', result }
}

/** The first thing that is wrong with the headers or the `_meta` of a call. */
export function objectionTo({ visit, call }: Turn): Ending | undefined {
  return (
    versionHeaderObjection(visit, call) ??
    metaObjection(visit, call) ??
    headerObjection(visit, call)
  )
}

function versionHeaderObjection({ request, scene }: Visit, call: Call): Ending | undefined {
  const version = request.headers.get('MCP-Protocol-Version')
  if (version === null) {
    if (!keeps(scene, 'version-header')) return undefined
    return failure(400, CODE.header, 'The MCP-Protocol-Version header is missing', supported())
  }
  const stated = metaOf(call)[`${META}protocolVersion`]
  if (typeof stated === 'string' && stated !== version) {
    return failure(400, CODE.header, `The header says version ${version}, _meta says ${stated}`)
  }
  if (version === MODERN || !keeps(scene, 'version-header')) return undefined
  return unsupported(version)
}

/** 400 with -32022, naming what we speak and what was asked. */
export function unsupported(requested: string): Ending {
  const says = `This server does not speak protocol version ${requested}`
  return failure(400, CODE.version, says, { ...supported(), requested })
}

function supported(): JsonObject {
  return { supported: [MODERN] }
}

function metaObjection({ scene }: Visit, call: Call): Ending | undefined {
  if (!keeps(scene, 'required-meta')) return undefined
  const meta = metaOf(call)
  if (typeof meta[`${META}protocolVersion`] !== 'string') {
    return failure(400, CODE.params, `_meta lacks ${META}protocolVersion`)
  }
  if (!isObject(meta[`${META}clientCapabilities`])) {
    return failure(400, CODE.params, `_meta lacks ${META}clientCapabilities`)
  }
  return undefined
}

function metaOf(call: Call): JsonObject {
  const meta = call.params['_meta']
  return isObject(meta) ? meta : {}
}

function headerObjection(visit: Visit, call: Call): Ending | undefined {
  if (!keeps(visit.scene, 'standard-headers')) return undefined
  const named = call.method === 'tools/call' ? call.params['name'] : undefined
  const standard: readonly (readonly [string, unknown])[] = [
    ['Mcp-Method', call.method],
    ...(typeof named === 'string' ? [['Mcp-Name', named] as const] : []),
  ]
  const expected = keeps(visit.scene, 'mirrored-headers')
    ? [...standard, ...mirrored(visit, call)]
    : standard
  for (const [name, value] of expected) {
    const objection = differenceIn(visit.request.headers.get(name), name, value)
    if (objection !== undefined) return failure(400, CODE.header, objection)
  }
  return undefined
}

function mirrored(visit: Visit, call: Call): readonly (readonly [string, unknown])[] {
  const tool = call.method === 'tools/call' ? findTool(visit, call) : undefined
  const given = call.params['arguments']
  if (tool === undefined || !isObject(given)) return []
  return mirroredArguments(tool).map(([name, header]) => [header, given[name]] as const)
}

function differenceIn(header: string | null, name: string, value: unknown): string | undefined {
  const wanted = headerText(value)
  if (wanted === undefined) {
    return header === null ? undefined : `The header ${name} has no counterpart in the body`
  }
  if (header === null) return `The header ${name} is missing`
  const seen = decodedHeader(header)
  return seen === wanted ? undefined : `The header ${name} says ${header}, the body says ${wanted}`
}

function headerText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === undefined || value === null ? undefined : JSON.stringify(value)
}

/** Values that do not fit into a header travel as `=?base64?...?=`. */
function decodedHeader(value: string): string | undefined {
  const encoded = /^=\?base64\?(.*)\?=$/.exec(value)?.[1]
  if (encoded === undefined) return value
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
