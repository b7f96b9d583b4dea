import { type Scene, type Visit, keeps, secondsNow } from '../scene.ts'
import { CODE, type Ending, failure } from './messages.ts'

export async function openSession(scene: Scene, version: string): Promise<string> {
  const content = { version, opened: secondsNow(scene), nonce: crypto.randomUUID() }
  return scene.sealer.seal('session', content)
}

/** What stands against the session of this request, if the server works with sessions. */
export async function checkSession(visit: Visit): Promise<Ending | undefined> {
  const { scene, request } = visit
  if (!scene.settings.sessions) return undefined
  const id = request.headers.get('Mcp-Session-Id')
  if (id === null) {
    if (!keeps(scene, 'session-demanded')) return undefined
    return failure(400, CODE.server, 'This server needs the Mcp-Session-Id that initialize gave')
  }
  return (await isLive(scene, id))
    ? undefined
    : failure(404, CODE.server, 'There is no session with this Mcp-Session-Id')
}

/** True for a session that was opened here and not ended. */
export async function isLive(scene: Scene, id: string): Promise<boolean> {
  const opened = await scene.sealer.open('session', id)
  if (opened === undefined) return false
  return !scene.memory.endedSessions.has(id) || !keeps(scene, 'ended-session')
}

export async function endSession(visit: Visit): Promise<Ending | undefined> {
  const objection = await checkSession(visit)
  if (objection !== undefined) return objection
  const id = visit.request.headers.get('Mcp-Session-Id')
  if (id !== null) visit.scene.memory.endedSessions.add(id)
  return undefined
}
