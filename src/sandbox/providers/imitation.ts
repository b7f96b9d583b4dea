import { readBody } from '../body.ts'
import type { FaultName } from '../faults.ts'
import type { Refinements } from '../options.ts'
import type { Callback, Effect } from '../scene.ts'

/** One quirk of our list, put on the wire as the provider does it. */
export type Imitation = {
  /** The quirk's number in our list. */
  readonly quirk: `Q${number}`
  /** Where the provider's server and issuer live; without these, at a made-up host. */
  readonly server?: string
  readonly issuer?: string
  readonly needs?: Refinements
  /** Faults of the plain list that show the quirk as they are. */
  readonly faults?: readonly FaultName[]
  readonly habits?: readonly Effect[]
}

/** The authorization endpoint refuses each request with this code and these words. */
export function refusal(error: string, description: string): Effect {
  return {
    refusesWith: error,
    callback: (callback: Callback) => ({
      ...callback,
      parameters: callback.parameters.map(([name, value]) =>
        name === 'error_description' ? [name, description] : [name, value],
      ),
    }),
  }
}

/** Names endpoints of the issuer otherwise than the sandbox does, and serves them there. */
export function endpointsAt(paths: { readonly [ours: string]: string }): Effect {
  return {
    request: (request) => {
      const url = new URL(request.url)
      for (const [ours, theirs] of Object.entries(paths)) {
        if (url.pathname.endsWith(theirs)) {
          url.pathname = `${url.pathname.slice(0, -theirs.length)}/${ours}`
          return new Request(url, request)
        }
      }
      return request
    },
    issuerMetadata: (document) => {
      const moved = Object.entries(document).map(([member, value]) => {
        const ours = typeof value === 'string' ? (value.split('/').at(-1) ?? '') : ''
        const theirs = member.endsWith('_endpoint') ? paths[ours] : undefined
        return [member, theirs === undefined ? value : `${toBase(value)}${theirs}`] as const
      })
      return Object.fromEntries(moved)
    },
  }
}

/** Answers each refresh in the token endpoint's stead. */
export function forRefresh(build: () => Response): Effect {
  return {
    before: async ({ place, request }) => {
      if (place !== 'token' || request.method !== 'POST') return undefined
      const form = new URLSearchParams((await readBody(request.clone())) ?? '')
      return form.get('grant_type') === 'refresh_token' ? build() : undefined
    },
  }
}

function toBase(value: unknown): string {
  return String(value).split('/').slice(0, -1).join('/')
}
