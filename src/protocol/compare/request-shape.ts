import type { Exchange, Outcome } from '../http/exchange.ts'

/** A request without what differs from run to run, and what became of it. */
export type RequestShape = {
  /** Method and address: "GET https://a.example/.well-known/oauth-protected-resource/mcp". */
  readonly request: string
  /** "401", "no answer in time". */
  readonly answer: string
}

/**
 * The shape of a request: the address without its query, random parts of the path and the ports of loopback. A server
 * that is practised on has another port each time; a host is always the same.
 */
export function toShape({ request, outcome }: Exchange): RequestShape {
  return { request: `${request.method} ${templateOf(request.url)}`, answer: sayOutcome(outcome) }
}

function templateOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { protocol, hostname, host, pathname } = new URL(url)
  const isLoopback = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
  const path = pathname.split('/').map((segment) => (isRandom(segment) ? '{id}' : segment))
  return `${protocol}//${isLoopback ? hostname : host}${path.join('/')}`
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const RANDOM = [
  UUID,
  /^(?=.*\d)[\da-f]{16,}$/i,
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w.~-]{16,}$/,
  /^\d{8,}$/,
  /redacted-[a-z-]+-\d+/,
]

/** An id that was made for one request, as a registered client or a sign-in has it. */
function isRandom(segment: string): boolean {
  return RANDOM.some((form) => form.test(segment))
}

function sayOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response':
      return String(outcome.status)
    case 'redirect-hidden':
      return 'a redirect that the browser hides'
    case 'unreadable':
      return outcome.reason === undefined
        ? 'nothing that can be read'
        : `nothing (${outcome.reason})`
    case 'aborted':
      return outcome.by === 'timeout' ? 'nothing in time' : 'nothing, it was stopped'
    case 'navigated':
      return 'in the browser'
    case 'opaque':
      return 'something unseen'
    case 'pending':
      return 'nothing yet'
  }
}
