import { answerClientDocument } from '../sandbox/client-documents.ts'
import type { Ending, WalkOptions } from '../sandbox/expected/ending.ts'
import { FAULTS, type FaultName, withFault } from '../sandbox/faults.ts'
import type { SandboxOptions } from '../sandbox/sandbox.ts'
import { practise } from './practice-walk.ts'
import type { RunConfig } from './run/config.ts'
import type { RunDocument } from './run/document.ts'
import { isRevision } from './spec/revisions.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

/**
 * Walks a practice server with these faults, as a page with a relay does unless the options say otherwise. `beside` gives
 * the surroundings that another fault needs, without that fault.
 */
export async function walkWith(
  faults: readonly [FaultName, ...FaultName[]],
  options: WalkOptions = {},
  beside?: FaultName,
): Promise<RunDocument> {
  const { document } = await practise({
    sandbox: {
      fetchDocument: (url) => answerClientDocument(url, 'http://localhost:4280/callback.html'),
      tokens: tokensFor(faults, options),
      ...withFaults(faults, beside),
    },
    reach: options['transport'] === 'direct' ? 'browser' : 'browser-and-relay',
    secrets: options['clientId'] === undefined ? {} : { clientSecret: 'practice-secret' },
    config: { timeout: faults.some(isEndless) ? 600 : 10_000, ...toConfig(options) },
  })
  return document
}

/** Only time ends a walk against such a fault. */
function isEndless(name: FaultName): boolean {
  return name.endsWith('-hangs') || name === 'stream-without-answer'
}

/** How a walk ended, in the form of what was expected of it. */
export function endingOf({ outcome, findings }: RunDocument): Omit<Ending, 'unseen' | 'status'> & {
  readonly status: string
} {
  const { status, step, cause, culprit } = outcome
  const failing = findings.filter(({ verdict }) => verdict === 'fail')
  return { status, step, cause, culprit, fails: failing.map(({ rule }) => rule).toSorted() }
}

/** The faults, in the surroundings that another one needs besides. */
function withFaults(faults: readonly FaultName[], beside?: FaultName): SandboxOptions {
  const start: SandboxOptions = beside === undefined ? AT : withFault(AT, beside)
  const options = faults.reduce((given, name) => withFault(given, name), start)
  return { ...options, faults }
}

/** Signatures take time: tokens are signed only where what they say matters, for a negative test as well. */
function tokensFor(faults: readonly FaultName[], { probes }: WalkOptions): 'jwt' | 'opaque' {
  const isInside = faults.some((name) => FAULTS[name].effect.claims !== undefined)
  return isInside || probes === true ? 'jwt' : 'opaque'
}

function toConfig(options: WalkOptions): Partial<RunConfig> {
  const { revision, transport, call, grant, document, clientId, clientAuthentication } = options
  const also = (['refresh', 'probes'] as const).filter((wish) => options[wish] === true)
  return {
    ...(typeof revision === 'string' && isRevision(revision) && { revision }),
    ...(transport === 'relay' && { transport }),
    ...(typeof call === 'string' && { call: { tool: call, arguments: '{}' } }),
    ...(grant === 'client_credentials' && { grant }),
    ...(typeof document === 'string' && {
      clientDocument: `https://client.practice.example/${document}.json`,
    }),
    ...(typeof clientId === 'string' && { clientId }),
    ...(clientAuthentication === 'client_secret_basic' && { clientAuthentication }),
    also,
  }
}
