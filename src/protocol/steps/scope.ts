import { stringsMember } from '../http/json.ts'
import type { ScopeCandidate, ScopeFact } from '../run/facts.ts'
import type { ScopeSource } from '../run/policy.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'

/** Decides what to ask for, and keeps every source that could have decided (MCP, scope selection strategy). */
export const scope: Step = {
  id: 'scope',
  title: 'Scope',
  needs: ['challenge'],
  gives: ['scope'],
  plan: 'decides which scopes to ask for',
  async run(context) {
    if (!requireFact(context, 'challenge').required) {
      return { kind: 'skipped', why: 'no token is needed' }
    }
    const fact = chooseScopes(context)
    note(context, fact)
    return { kind: 'done', says: fact.asked ?? 'asks for none', facts: { scope: fact } }
  },
}

function chooseScopes(context: StepContext): ScopeFact {
  const candidates = candidatesOf(context)
  const { scope: wished } = context.config
  if (wished !== undefined) {
    const asked = wished.trim() === '' ? null : wished.trim()
    return { asked, from: 'person', candidates, offlineAccess: false }
  }
  const chosen = context.policy.scopeFrom
    .map((source) => candidates.find((each) => each.source === source))
    .find((each) => each !== undefined && each.scopes !== null && each.scopes.length > 0)
  if (!chosen?.scopes) return { asked: null, from: 'nobody', candidates, offlineAccess: false }
  const offlineAccess = addsOfflineAccess(context, chosen.scopes)
  const scopes = offlineAccess ? [...chosen.scopes, 'offline_access'] : chosen.scopes
  return { asked: scopes.join(' '), from: chosen.source, candidates, offlineAccess }
}

function candidatesOf(context: StepContext): readonly ScopeCandidate[] {
  const { challenge, resourceMetadata, serverMetadata } = context.run.facts
  const sources: { readonly [source in ScopeSource]: ScopeCandidate } = {
    challenge: {
      source: 'challenge',
      scopes: challenge?.scope === undefined ? null : splitScopes(challenge.scope),
      ...(challenge && { exchange: challenge.exchange }),
    },
    'resource-metadata': {
      source: 'resource-metadata',
      scopes: resourceMetadata?.scopes ?? null,
      ...(resourceMetadata?.found && { exchange: resourceMetadata.found.exchange }),
    },
    'server-metadata': {
      source: 'server-metadata',
      scopes: stringsMember(serverMetadata?.found?.document, 'scopes_supported') ?? null,
      ...(serverMetadata?.found && { exchange: serverMetadata.found.exchange }),
    },
  }
  const { scope: wished } = context.config
  return [
    ...(wished === undefined ? [] : [{ source: 'person', scopes: splitScopes(wished) } as const]),
    sources.challenge,
    sources['resource-metadata'],
    sources['server-metadata'],
  ]
}

/** 2026-07-28: only when the authorization server lists it, and there is a scope to add it to. */
function addsOfflineAccess(context: StepContext, scopes: readonly string[]): boolean {
  const metadata = context.run.facts.serverMetadata?.found?.document
  const listed = stringsMember(metadata, 'scopes_supported')?.includes('offline_access') ?? false
  const wanted = context.policy.offlineAccess && context.config.grant === 'authorization_code'
  return wanted && listed && !scopes.includes('offline_access')
}

/** The tokens of a scope value, without empty ones. */
export function splitScopes(value: string): readonly string[] {
  return value.split(' ').filter((each) => each !== '')
}

function note(context: StepContext, fact: ScopeFact): void {
  const why = {
    person: 'you asked for these',
    challenge: 'the challenge names them, and it wins over every list',
    'resource-metadata':
      'the challenge names none, so all of scopes_supported of the resource metadata',
    'server-metadata': "this client takes the authorization server's list",
    'step-up': 'the union of what was asked for and what the server wants',
    nobody: 'neither the challenge nor the resource metadata names any',
  } as const
  const exchange = fact.candidates.find((each) => each.source === fact.from)?.exchange
  context.decide({
    ...(exchange !== undefined && { exchange }),
    says: fact.asked === null ? 'Asks for no scope' : `Asks for ${fact.asked}`,
    why: fact.offlineAccess
      ? `${why[fact.from]}; offline_access is added, as the authorization server lists it`
      : why[fact.from],
    spec: 'mcp-scopes-2026-07-28',
  })
}
