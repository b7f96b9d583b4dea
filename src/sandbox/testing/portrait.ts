import { decodeJwt } from 'jose'
import type { SandboxOptions } from '../sandbox.ts'
import { type Means, settled } from './means.ts'
import { openSandbox } from './practice-client.ts'
import { SIGHTS, SIGHT_NAMES, type Sight } from './sights.ts'

/**
 * How a sandbox looks from outside: what it answers to each of some sixty requests. Two portraits
 * side by side show what a fault changes, and that it changes nothing else.
 */
export type Portrait = ReadonlyMap<Sight, string>

/** Each sight is seen in a sandbox of its own, so that none disturbs another. */
export async function paint(options: SandboxOptions, means: Means): Promise<Portrait> {
  const portrait = new Map<Sight, string>()
  for (const sight of SIGHT_NAMES) {
    const response = await SIGHTS[sight](openSandbox(settled(options)), means)
    portrait.set(sight, await described(response))
  }
  return portrait
}

/** The sights in which two portraits differ. */
export function differences(one: Portrait, other: Portrait): readonly Sight[] {
  return SIGHT_NAMES.filter((sight) => one.get(sight) !== other.get(sight))
}

async function described(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`)
  return plain([response.status, ...headers, '', await bodyOf(response)].join('\n'))
}

/** More than any honest answer has. */
const ENOUGH = 1_000_000

async function bodyOf({ body, headers }: Response): Promise<string> {
  if (body === null) return ''
  const mayStayOpen = headers.get('Content-Type') === 'text/event-stream'
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  try {
    while (text.length < ENOUGH) {
      const next = reader.read()
      const read = mayStayOpen ? await Promise.race([next, nextTurns()]) : await next
      if (read === 'nothing came') return `${text}(stays open)`
      if (read.done) return text
      text += read.value
    }
    return '(more than a megabyte)'
  } catch (error) {
    return `${text}(breaks off: ${String(error)})`
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** The bodies here are made in memory: what does not come within a few turns never comes. */
async function nextTurns(): Promise<'nothing came'> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0))
  return 'nothing came'
}

/** Without what differs from run to run: sealed values, signatures, random ids. */
function plain(text: string): string {
  return text
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, (token) => JSON.stringify(decodeJwt(token)))
    .replace(/\b(client|code|token|refresh|session|practice)_[\w-]{40,}/g, '$1_sealed')
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'random')
}
