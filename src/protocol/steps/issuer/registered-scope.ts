import { stringsMember } from '../../http/json.ts'
import type { StepContext } from '../../run/step.ts'
import { splitScopes } from '../scope.ts'

/**
 * What is asked for, and what the MCP server names beyond it as far as the authorization server lists it: some refuse
 * a later step-up to a scope that the client was not registered with.
 */
export function scopeToRegister({ run }: StepContext): string | undefined {
  const { scope, serverMetadata } = run.facts
  if (!scope?.asked) return undefined
  const listed = stringsMember(serverMetadata?.found?.document, 'scopes_supported') ?? []
  const named = scope.candidates
    .filter(({ source }) => source === 'challenge' || source === 'resource-metadata')
    .flatMap(({ scopes }) => scopes ?? [])
  const further = named.filter((each) => listed.includes(each))
  return [...new Set([...splitScopes(scope.asked), ...further])].join(' ')
}
