import type { RequestListener } from 'node:http'
import { makeToken } from '../../relay/door/people.ts'
import { createRelayHandler } from '../../relay/handler.ts'
import { servePractice } from '../practice.ts'
import { RELAY_PATH, toMetas } from '../serve.ts'

export type DevBackend = {
  readonly practiceUrl: string
  readonly relayPath: string
  readonly relay: RequestListener
  readonly metas: Readonly<Record<string, string>>
  close(): Promise<void>
}

const PRACTICE_PORT = 4281

/** What `npm start` serves beside the page, for `npm run dev`. */
export async function startBackend(): Promise<DevBackend> {
  const secret = makeToken()
  const { url, close } = await servePractice(PRACTICE_PORT)
  return {
    practiceUrl: url,
    relayPath: RELAY_PATH,
    relay: createRelayHandler({ secret }),
    metas: toMetas(secret, [url]),
    close,
  }
}
