import { empty, oauthError } from '../answers.ts'
import type { Visit } from '../scene.ts'
import { readAccessToken } from './access-token.ts'
import { authenticateClient } from './client-authentication.ts'
import { readParameters } from './token-endpoint.ts'

/** Revocation (RFC 7009): 200 also for tokens that nobody knows. */
export async function answerRevocation(visit: Visit): Promise<Response> {
  const parameters = await readParameters(visit)
  if (parameters instanceof Response) return parameters
  const authentication = await authenticateClient(visit, parameters)
  if (authentication.kind === 'refused') {
    return oauthError(authentication.error, authentication.says, authentication.status)
  }
  const token = parameters.get('token')
  if (token === null) return oauthError('invalid_request', 'No token to revoke')
  await revoke(visit, token, authentication.client.id)
  return empty(200, { 'Cache-Control': 'no-store' })
}

/** A refresh token takes its whole grant along, an access token only itself. */
async function revoke({ scene }: Visit, text: string, client: string): Promise<void> {
  const { revoked } = scene.memory
  const refresh = await scene.sealer.open('refresh', text)
  if (refresh?.['client'] === client) revoked.add(String(refresh['grant']))
  const access = await readAccessToken(scene, text)
  if (access?.client === client) revoked.add(access.id)
}
