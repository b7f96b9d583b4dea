import { stringsMember } from '../http/json.ts'
import type { ScopeCandidate, ScopeFact } from '../run/facts.ts'
import type { Policy, ScopeSource } from '../run/policy.ts'
import type { Step, StepContext } from '../run/step.ts'

/** Decides what to ask for, and keeps every source that could have decided (MCP, scope selection strategy). */
export const scope: Step = {
  id: 'scope',
  title: 'Scope',
  needs: [],
  gives: ['scope'],
  plan: 'decides which scopes to ask for',
  async run(context) {
    if (context.run.facts.challenge?.required === false) {
      return { kind: 'skipped', why: 'no token is needed' }
    }
    const fact = chooseScopes(context)
    note(context, fact)
    return { kind: 'done', says: fact.asked || 'asks for none', facts: { scope: fact } }
  },
}

function chooseScopes(context: StepContext): ScopeFact {
  const candidates = candidatesOf(context)
  const { scope: wished } = context.config
  if (wished !== undefined) {
    const asked = wished.trim() === '' ? null : wished.trim()
    return { asked, from: 'person', candidates, offlineAccess: false }
  }
  const { scopes: named, from } = chosenFrom(context.policy, candidates)
  const openid = openidScopes(context).filter((each) => !named.includes(each))
  const offlineAccess = addsOfflineAccess(context, named)
  const scopes = [...named, ...openid, ...(offlineAccess ? ['offline_access'] : [])]
  const none = context.policy.noScope === 'empty' ? '' : null
  return { asked: scopes.length > 0 ? scopes.join(' ') : none, from, candidates, offlineAccess }
}

type Chosen = {
  readonly scopes: readonly string[]
  readonly from: ScopeFact['from']
}

/** The first source that names any; or all together, where the authorization server's list stands in for none. */
function chosenFrom(policy: Policy, candidates: readonly ScopeCandidate[]): Chosen {
  const naming = policy.scopeFrom
    .flatMap((source) => candidates.find((each) => each.source === source) ?? [])
    .filter(({ scopes }) => scopes !== null && scopes.length > 0)
  const [first] = naming
  if (!first) return { scopes: [], from: 'nobody' }
  if (policy.scopeSources === 'first' || first.source === 'server-metadata') {
    return { scopes: first.scopes ?? [], from: first.source }
  }
  const together = naming.filter(({ source }) => source !== 'server-metadata')
  return {
    scopes: [...new Set(together.flatMap(({ scopes }) => scopes ?? []))],
    from: first.source,
  }
}

const OPENID_SCOPES: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
])

function openidScopes({ policy, run }: StepContext): readonly string[] {
  if (!policy.addsOpenidScopes) return []
  const metadata = run.facts.serverMetadata?.found?.document
  const listed = stringsMember(metadata, 'scopes_supported') ?? []
  return listed.filter((scope) => OPENID_SCOPES.has(scope))
}

function candidatesOf(context: StepContext): readonly ScopeCandidate[] {
  const { challenge, resourceMetadata, serverMetadata, earlyMetadata } = context.run.facts
  const sources: { readonly [source in ScopeSource]: ScopeCandidate } = {
    challenge: {
      source: 'challenge',
      scopes: challenge?.scope === undefined ? null : namedBy(context, challenge.scope),
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
    'early-metadata': {
      source: 'early-metadata',
      scopes: earlyMetadata?.scopes ?? null,
      ...(earlyMetadata && { exchange: earlyMetadata.exchange }),
    },
    fixed: { source: 'fixed', scopes: splitScopes(context.policy.fixedScope) },
  }
  const { scope: wished } = context.config
  const { scopeFrom } = context.policy
  return [
    ...(wished === undefined ? [] : [{ source: 'person', scopes: splitScopes(wished) } as const]),
    sources.challenge,
    sources['resource-metadata'],
    sources['server-metadata'],
    ...(['early-metadata', 'fixed'] as const)
      .filter((source) => scopeFrom.includes(source))
      .map((source) => sources[source]),
  ]
}

/** 2026-07-28: only when the authorization server lists it, and there is a scope to add it to. */
function addsOfflineAccess(context: StepContext, scopes: readonly string[]): boolean {
  const { offlineAccess } = context.policy
  if (offlineAccess === 'with-scope' && scopes.length === 0) return false
  const metadata = context.run.facts.serverMetadata?.found?.document
  const listed = stringsMember(metadata, 'scopes_supported')?.includes('offline_access') ?? false
  const wanted = offlineAccess !== 'never' && context.config.grant === 'authorization_code'
  return wanted && listed && !scopes.includes('offline_access')
}

/** Who cuts a value out of a challenge sends it as it stood there, each space of it. */
function namedBy({ policy }: StepContext, scope: string): readonly string[] {
  return policy.challengePattern === '' ? splitScopes(scope) : scope.split(' ')
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
    'early-metadata': 'this client takes the list that it read apart from its discovery',
    fixed: 'nobody named any, and this client has a list of its own',
    'step-up': 'the union of what was asked for and what the server wants',
    nobody:
      context.policy.scopeFrom.length === 0
        ? 'this client asks for no scope'
        : `${named(context.policy.scopeFrom)} names any`,
  } as const
  const exchange = fact.candidates.find((each) => each.source === fact.from)?.exchange
  context.decide({
    ...(exchange !== undefined && { exchange }),
    says: !fact.asked ? 'Asks for no scope' : `Asks for ${fact.asked}`,
    why: fact.offlineAccess
      ? `${why[fact.from]}; offline_access is added, as the authorization server lists it`
      : why[fact.from],
    spec: 'mcp-scopes-2026-07-28',
  })
}

const SOURCE_NAMES: { readonly [source in ScopeSource]: string } = {
  challenge: 'the challenge',
  'resource-metadata': 'the resource metadata',
  'server-metadata': 'the authorization server',
  'early-metadata': 'what it read before',
  fixed: 'its own list',
}

function named(sources: readonly ScopeSource[]): string {
  const [first = '', ...others] = sources.map((source) => SOURCE_NAMES[source])
  return [`neither ${first}`, ...others].join(' nor ').replace(/^neither (?!.* nor )/, 'not even ')
}
