import type { Json } from '../../http/json.ts'
import { isJsonArray } from '../../http/json.ts'
import { decodeJwt } from '../../http/jwt.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, inUrl } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable, notReached } from '../verdict.ts'

export const tokenIsForTheResource: Rule = {
  id: 'AUD-02',
  name: 'token-is-for-the-resource',
  title: 'The audience of the token contains the resource that was asked for',
  level: 'practice',
  spec: ['rfc8707-2', 'rfc9068-3'],
  since: '2025-06-18',
  step: 'token',
  stops: true,
  culprit: 'issuer',
  check(run) {
    if (run.facts.challenge?.required === false) {
      return notApplicable('The server answers without a token')
    }
    const tokens = run.facts.tokens
    if (tokens === undefined) return notReached('a token')
    const request = run.authorizations.at(-1)
    const resource = request?.resource
    if (request === undefined || resource === undefined) {
      return notApplicable('This walk sends no resource')
    }
    const payload = decodeJwt(tokens.accessToken)?.payload
    if (payload === undefined) return cannotTell('The token is opaque')
    const { aud } = payload
    if (listOf(aud).includes(resource)) return PASS
    const [first] = listOf(aud)
    return fail({
      says: `The token was asked for ${resource}; its audience is ${shownJson(aud)}, and an MCP server that checks it has to refuse the token.`,
      fix: 'Let the authorization server put the requested resource into aud.',
      evidence: [inBody(tokens.exchange, '/access_token'), inUrl(request.exchange)],
      paste: { title: 'Claim of the access token', text: `"aud": ${JSON.stringify(resource)}` },
      ...(typeof first === 'string' && {
        compare: [
          { label: 'resource', value: resource },
          { label: 'aud', value: first },
        ] as const,
      }),
    })
  },
}

function listOf(audience: Json | undefined): readonly (Json | undefined)[] {
  return isJsonArray(audience) ? audience : [audience]
}
