import { decodeJwt } from '../../http/jwt.ts'
import { type StepContext, requireFact } from '../../run/step.ts'
import { resourceIndicator } from '../issuer/resource-indicator.ts'
import { readTokenAnswer } from '../issuer/token-answer.ts'
import { initializeAsk } from '../mcp/mcp-request.ts'
import { listAsk, withHeader } from './mcp-ask.ts'
import { type Probing, aboutAid } from './probing.ts'
import { authorizeQuietly } from './quiet-authorization.ts'
import { askToken, codeParameters } from './token-asks.ts'

/** Shows the server a token that the same authorization server issued for another resource. */
export async function probeForeignToken(probing: Probing): Promise<void> {
  const { context } = probing
  if (resourceIndicator(context) === undefined) {
    return probing.leave('this client names no resource', 'foreign-token')
  }
  const resource = new URL('/mcp-flow-debugger-other-resource', context.config.server).href
  const foreign = { ...context, config: { ...context.config, resource } }
  const token = await tokenFor(probing, foreign)
  if (token === undefined || !audienceOf(token).includes(resource)) {
    const why = 'the authorization server issues no token that names another resource'
    return probing.leave(why, 'foreign-token')
  }
  const session = requireFact(context, 'session')
  const ask =
    session.era === 'modern'
      ? listAsk(context, session)
      : initializeAsk(context, aboutAid('own-session'), [session.version])
  await probing.send('foreign-token', withHeader(ask, 'Authorization', `Bearer ${token}`))
}

async function tokenFor(probing: Probing, context: StepContext): Promise<string | undefined> {
  const quiet = await authorizeQuietly(probing, context)
  if (quiet.kind !== 'code') return undefined
  const call = await askToken(context, aboutAid('code-exchange'), codeParameters(context, quiet))
  return call.kind === 'sent' ? readTokenAnswer(call.exchange)?.accessToken : undefined
}

function audienceOf(token: string): readonly unknown[] {
  const aud = decodeJwt(token)?.payload.aud
  return Array.isArray(aud) ? aud : [aud]
}
