import { unsafeHeaderNames } from '../../http/triage.ts'
import type { Ask } from '../../http/wire.ts'
import type { SessionFact } from '../../run/facts.ts'
import { listAsk, rightAsk, withHeader } from './mcp-ask.ts'
import type { Probing } from './probing.ts'

/** A tool that no server has: a server that does not compare headers can do no harm with it. */
const NO_TOOL = 'mcp-flow-debugger-no-such-tool'

/** Headers that differ from the body, are missing, or name what no server should take. */
export async function probeHeaders(probing: Probing, session: SessionFact): Promise<void> {
  const { context } = probing
  const right = listAsk(context, session)
  if (session.era === 'modern') {
    await probing.send('other-method-header', withHeader(right, 'Mcp-Method', 'prompts/list'))
    await probing.send('no-method-header', withHeader(right, 'Mcp-Method', undefined))
    const params = { name: NO_TOOL, arguments: {} }
    const call = rightAsk(context, session, { method: 'tools/call', params })
    await probing.send('other-name-header', withHeader(call, 'Mcp-Name', `${NO_TOOL}-either`))
  }
  await probePreflight(probing, right)
  await probing.send('wrong-accept', withHeader(right, 'Accept', 'text/html'))
  if (!context.wire.canRelay) {
    return probing.leave('a page cannot name another Origin than its own', 'foreign-origin')
  }
  const foreign = withHeader(right, 'Origin', foreignOrigin(right.url))
  await probing.send('foreign-origin', { ...foreign, via: 'relay' })
}

/** A browser never shows what a preflight was answered, and one is laxer than the next. */
async function probePreflight(probing: Probing, { body: _, ...right }: Ask): Promise<void> {
  const { wire, config } = probing.context
  if (!wire.canRelay) return probing.leave('a page never sees a preflight', 'token-preflight')
  const headers = [
    ['Origin', new URL(config.redirectUri).origin],
    ['Access-Control-Request-Method', right.method],
    ['Access-Control-Request-Headers', unsafeHeaderNames(right.headers).join(',')],
  ] as const
  await probing.send('token-preflight', { ...right, method: 'OPTIONS', headers, via: 'relay' })
}

/** What a page would name that reaches a server on a private address by DNS rebinding: plain http, the same port. */
function foreignOrigin(url: string): string {
  const { port } = new URL(url)
  return `http://rebinding.example${port === '' ? '' : `:${port}`}`
}
