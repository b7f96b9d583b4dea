import { stringsMember } from '../../http/json.ts'
import type { Facts } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { lookUp } from './document-lookup.ts'
import { scopeLooks } from './places.ts'

/**
 * What some clients read of an authorization server's scopes apart from their discovery: on the MCP server's host
 * before they begin, or, once an issuer is known, at its root.
 */
export async function readScopes(
  context: StepContext,
  issuer?: string,
): Promise<Pick<Partial<Facts>, 'earlyMetadata'>> {
  for (const { ask } of scopeLooks(context, issuer)) {
    const { exchange, document } = await lookUp(context, ask)
    if (!document) continue
    const scopes = stringsMember(document, 'scopes_supported') ?? null
    return { earlyMetadata: { exchange: exchange.id, scopes } }
  }
  return {}
}
