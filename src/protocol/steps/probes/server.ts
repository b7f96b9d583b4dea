import type { SessionFact } from '../../run/facts.ts'
import { requireFact } from '../../run/step.ts'
import type { ProbeName } from '../../spec/probes.ts'
import { probeHeaders } from './headers.ts'
import { openLiveSession } from './live-session.ts'
import { probeMessages } from './messages.ts'
import type { Probing } from './probing.ts'
import { endOwnSession, probeSessionIds } from './session-ids.ts'
import { probeTokens } from './tokens.ts'
import { probeVersions } from './versions.ts'

/** Negative tests of the MCP endpoint in a session that works; the session is ended afterwards. */
export type SessionProbes = (probing: Probing, session: SessionFact) => Promise<void>

const KINDS: readonly SessionProbes[] = [
  probeTokens,
  probeVersions,
  probeHeaders,
  probeMessages,
  probeSessionIds,
  endOwnSession,
]

const IN_BOTH_ERAS: readonly ProbeName[] = [
  'garbage-token',
  'no-token',
  'token-in-query',
  'token-preflight',
  'wrong-accept',
  'foreign-origin',
  'bad-cursor',
  'get-endpoint',
]

const BY_ERA: { readonly [era in SessionFact['era']]: readonly ProbeName[] } = {
  legacy: [
    'legacy-version',
    'no-version',
    'old-initialize',
    'no-session',
    'unknown-session',
    'ended-session',
  ],
  modern: [
    'modern-version',
    'legacy-initialize',
    'other-version-header',
    'no-version',
    'other-method-header',
    'no-method-header',
    'other-name-header',
    'no-meta',
    'unknown-method',
  ],
}

/** Tries at the MCP endpoint what must fail there. */
export async function probeServer(probing: Probing): Promise<void> {
  const live = await openLiveSession(probing)
  if (live.kind === 'live') {
    for (const probe of KINDS) await probe(probing, live.session)
    return
  }
  const { era } = requireFact(probing.context, 'session')
  probing.leave(live.why, ...IN_BOTH_ERAS, ...BY_ERA[era])
}
