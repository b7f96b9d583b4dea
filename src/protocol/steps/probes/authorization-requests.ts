import { requireFact } from '../../run/step.ts'
import { isLoopback } from '../../spec/locations.ts'
import { authorizationAsk, quietRequest } from './authorization-ask.ts'
import type { Probing } from './probing.ts'
import type { SecondClient } from './registrations.ts'

const NO_CLIENT = 'mcp-flow-debugger-client-that-nobody-registered'

/** Authorization requests that name what nobody has registered, or lack what they must have. */
export async function probeAuthorization(probing: Probing, second: SecondClient): Promise<void> {
  await probeCors(probing)
  await change(probing, 'unknown-client', { client_id: NO_CLIENT })
  const { redirectUri, clientId, kind, authentication } = requireFact(
    probing.context,
    'clientIdentity',
  )
  await change(probing, 'other-redirect-uri', { redirect_uri: `${redirectUri}/not-registered` })
  await probeLoopbackPort(probing, redirectUri)
  if (authentication === 'none') {
    await change(probing, 'no-code-challenge', {
      code_challenge: null,
      code_challenge_method: null,
    })
  } else {
    probing.leave('this client is not a public one', 'no-code-challenge')
  }
  if (kind === 'client-document') {
    await change(probing, 'broken-document', { client_id: namedOtherwise(clientId) })
  } else {
    probing.leave('this client has no metadata document', 'broken-document')
  }
  if (second.kind === 'registered') {
    await change(probing, 'second-client', { client_id: second.identity.clientId })
  } else {
    probing.leave(second.why, 'second-client')
  }
}

type Changes = { readonly [parameter: string]: string | null }
type Changed = Parameters<Probing['send']>[0]

async function change(probing: Probing, name: Changed, changes: Changes): Promise<void> {
  const { url } = await quietRequest(probing.context)
  for (const [parameter, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(parameter)
    else url.searchParams.set(parameter, value)
  }
  await probing.send(name, authorizationAsk(url))
}

/** Without parameters: whether a page may read an answer is the same for an error. */
async function probeCors(probing: Probing): Promise<void> {
  const { authorizationEndpoint = '' } = requireFact(probing.context, 'serverMetadata')
  const origin = new URL(probing.context.config.redirectUri).origin
  const ask = authorizationAsk(new URL(authorizationEndpoint))
  await probing.send('cors-at-authorization', {
    ...ask,
    headers: [...ask.headers, ['Origin', origin]],
  })
}

async function probeLoopbackPort(probing: Probing, redirectUri: string): Promise<void> {
  const url = new URL(redirectUri)
  const isAddress = isLoopback(redirectUri) && !url.hostname.endsWith('localhost')
  if (url.protocol !== 'http:' || !isAddress) {
    const why = 'the redirect URI of this page is no loopback IP address'
    return probing.leave(why, 'other-loopback-port')
  }
  url.port = url.port === '49152' ? '49153' : '49152'
  await change(probing, 'other-loopback-port', { redirect_uri: url.href })
}

/** The same document under another address: hosts of files pass over a query, and its client_id differs from it. */
function namedOtherwise(clientId: string): string {
  return `${clientId}${clientId.includes('?') ? '&' : '?'}mcp-flow-debugger=probe`
}
