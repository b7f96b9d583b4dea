import type { Sandbox } from '../sandbox.ts'
import type { Means } from './means.ts'

/** One request, or a few of which the last counts. */
type Look = (sandbox: Sandbox, means: Means) => Promise<Response>

export function looks<Name extends string>(all: Record<Name, Look>): Record<Name, Look> {
  return all
}

export function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` }
}
