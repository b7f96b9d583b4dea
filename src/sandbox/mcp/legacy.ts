import type { JsonObject } from '../json.ts'
import { LEGACY, MODERN, type LegacyVersion } from '../options.ts'
import { type Scene, type Visit, keeps, knowsMethod } from '../scene.ts'
import { CODE, type Call, type Ending, failure } from './messages.ts'
import { SERVER_INFO, type Turn, answerToolCall, listTools, toolCapabilities } from './methods.ts'
import { checkSession, openSession } from './session.ts'

/** The revisions that begin with `initialize`. */
export async function answerLegacy(turn: Turn): Promise<Ending> {
  const { visit, call } = turn
  if (call.method === 'initialize') return initialize(visit, call)
  const objection = (await checkSession(visit)) ?? versionObjection(visit)
  if (objection !== undefined) return objection
  switch (knowsMethod(visit.scene, call.method) ? call.method : '') {
    case 'ping':
      return { kind: 'result', result: {} }
    case 'tools/list':
      return listTools(turn)
    case 'tools/call':
      return answerToolCall(turn)
    default:
      return failure(200, CODE.method, `There is no method ${call.method}`)
  }
}

async function initialize(visit: Visit, call: Call): Promise<Ending> {
  const { settings } = visit.scene
  const requested = call.params['protocolVersion']
  if (typeof requested !== 'string') {
    return failure(200, CODE.params, 'initialize names a protocolVersion')
  }
  const echoed = keeps(visit.scene, 'version-negotiation')
    ? settings.legacyVersions.find((version) => version === requested)
    : requested
  const protocolVersion = echoed ?? newest(visit.scene)
  const result: JsonObject = {
    protocolVersion,
    capabilities: toolCapabilities(),
    serverInfo: SERVER_INFO,
    instructions: 'A practice server: its tools do no harm.',
  }
  if (!settings.sessions) return { kind: 'result', result }
  return { kind: 'result', result, session: await openSession(visit.scene, protocolVersion) }
}

/** A version header that is there must be one we speak; one that is absent means 2025-03-26. */
export function versionObjection({ scene, request }: Visit): Ending | undefined {
  const version = request.headers.get('MCP-Protocol-Version')
  if (version === null || isSpoken(version, scene) || !keeps(scene, 'version-header')) {
    return undefined
  }
  return failure(400, CODE.server, `This server does not speak protocol version ${version}`)
}

export function isLegacyDate(version: string): boolean {
  return version < MODERN && /^\d{4}-\d\d-\d\d$/.test(version)
}

function isSpoken(version: string, { settings }: Scene): boolean {
  return settings.legacyVersions.some((spoken) => spoken === version)
}

function newest({ settings }: Scene): LegacyVersion {
  return LEGACY.findLast((version) => settings.legacyVersions.includes(version)) ?? '2025-11-25'
}
