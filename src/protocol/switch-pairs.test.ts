import { describe, expect, test } from 'vitest'
import { FAULTS, type FaultName, isFaultName } from '../sandbox/faults.ts'
import { STEP_IDS } from './http/exchange.ts'
import { walkWith } from './practice-switch.ts'
import type { RunOutcome } from './run/document.ts'

// The core is compiled without Node's types; the names below are looked at as they come.
const nodeProcess: string = 'node:process'
const { env }: { env: { readonly [name: string]: string | undefined } } = await import(nodeProcess)

type Pair = readonly [FaultName, FaultName]
type Stop = Pick<RunOutcome, 'status' | 'step' | 'cause'>

/** With NIGHTLY=1 all pairs, or with SHARD=2/8 besides an eighth of them; else a sample, which takes some six seconds. */
const isNightly = env['NIGHTLY'] === '1'
const [shard = 1, shards = 1] = (env['SHARD'] ?? '1/1').split('/').map(Number)
/** Walks at once: those that wait for a time-out leave the processor to others. */
const WALKERS = 6
const SAMPLE = 250
/** A prime, so that steps of it come by every pair: the same sample each time, from all families. */
const STRIDE = 7919

/** In each of these one fault hides the sign of the other; null for a walk that gets through. */
const SINGLED_OUT: readonly (readonly [...pair: Pair, cause: string | null])[] = [
  ['initialize-without-version', 'version-header-demanded', 'INI-01'],
  // The relay shows the session id that the page did not see.
  ['session-missing-500', 'cors-hides-session', null],
  ['initialize-without-capabilities', 'cors-hides-session', null],
  ['no-discover', 'without-result-type', null],
  // An answer of the wrong type, or in a stream that stays open, was read all the same.
  ['mcp-text-plain', 'wrong-id', 'TRN-06'],
  ['mcp-text-plain', 'tools-declared-unserved', 'TLI-01'],
  // The relay tells whom a refusal concerns, and why.
  ['no-token-403', 'origin-refused', null],
  ['cors-hides-challenge', 'scope-narrowed', 'SCO-12'],
  // The relay is dropped as well: the preflight is not what keeps anybody out.
  ['mcp-drops', 'preflight-redirect', 'NET-01'],
  // A 400 that speaks of the session is as good as a 404.
  ['session-lost', 'ended-session-400', 'SES-21'],
  ['initialize-without-version', 'session-lost', 'SES-21'],
  // The endpoint asks for a token, and is no place of a document.
  ['pointer-to-resource', 'prm-header-only', 'PRM-01'],
  ['token-form-encoded', 'token-breaks-off', 'NET-04'],
]

/** These turn to another server in the middle of a walk: what a fault looks like then is another question. */
const ALONE: ReadonlySet<string> = new Set(['moves-issuer', 'proxy-without-consent'])

/**
 * Faults that hide or change one another, so that the server is wrong in a third way. The cause is what can be seen
 * then; null for a walk that gets through.
 */
const TOGETHER: readonly (readonly [
  one: RegExp,
  other: RegExp,
  causes: readonly (string | null)[],
])[] = [
  // The reason for a refusal cannot be read.
  [/^token-html-error$/, /refused|-resource$/, ['TOK-04']],
  // The answer without a token looks like one with a token, or the other way round.
  [
    /^bad-token-/,
    /^(?:fresh-token|other-audience)/,
    ['TRN-21', 'SCO-09', 'SCO-20', 'TRN-06', 'USE-04'],
  ],
  [/^step-up-/, /^(?:origin-refused|forbidden-without|no-token-403)/, ['CHL-01', null]],
  [
    /^(?:step-up-|challenge-bare$)/,
    /^(?:step-up-forever|step-up-one-by-one|scope-narrowed)$/,
    ['TLI-01', 'SCO-09', 'SCO-15', 'SCO-20', 'TRN-06', 'TRN-21', null],
  ],
  // What a challenge asks for in another scheme is not asked for.
  [/^challenge-of-other-scheme$/, /^(?:scope-narrowed|step-up-)/, ['SCO-09']],
  // Whoever has no session is sent away before the scopes are looked at.
  [/^(?:step-up-|scope-narrowed$)/, /^session-lost$/, ['SES-21']],
  // A lost session that is told with 200 is an answer that belongs to no request.
  [/^unknown-method-200$/, /^session-lost$/, ['TRN-06']],
  // A 403 that names nothing leads nowhere.
  [/^no-challenge$/, /^forbidden-without-token$/, ['CHL-01']],
  // A server that takes every audience takes the one that it was asked for.
  [/^other-audience-demanded$/, /^other-audience-accepted$/, [null]],
  // Each challenge wants something else than the one before, until the walk has asked often enough.
  [/^challenge-inconsistent$/, /^(?:step-up-one-by-one|cors-hides-challenge)$/, ['SCO-12']],
  // A server that answers each POST with 405 neither refuses it nor sends it on.
  [/^http-sse-only$/, /^(?:no-token-|mcp-redirect-)/, ['TRN-20']],
  // Neither the pointer nor a well-known address leads anywhere.
  [
    /^(?:challenge-|no-challenge|pointer-)/,
    /^(?:prm-|nothing-leads)/,
    ['PRM-01', 'PRM-03', 'PRM-08', 'CHL-02', 'CHL-03', 'CHL-04', 'CHL-05', 'CHL-12'],
  ],
  // The empty document gets what the other fault puts into it, and lacks the rest.
  [/^prm-empty-object$/, /^prm-(?:names|several)-/, ['PRM-04']],
  // An empty document below the endpoint is not known for one.
  [/^prm-empty-object$/, /^prm-below-path$/, ['CHL-03']],
  // Where there is no challenge there is no scope in it; where there was none, the second one is the only one.
  [/^challenge-scope-characters$/, /^(?:no-)?challenge/, ['AUZ-20', 'CHL-07', null]],
  [/^challenge-scope-twice$/, /^prm-scope-unknown/, [null]],
  // What the issuer refuses is what an earlier link was found to be wrong in.
  [/^challenge-scope-double-space$/, /^authorize-invalid-scope$/, ['CHL-07']],
  [
    /^(?:asm-without-auth-methods|asm-no-public-clients|machine-methods-unlisted)$/,
    /^client-refused$/,
    ['ASM-16'],
  ],
  [/^audience-/, /^fresh-token-refused$/, ['AUD-02']],
  // Metadata and issuer agree on a query that iss does not have.
  [/^prm-names-issuer-with-query$/, /^asm-issuer-query$/, ['ISS-05']],
  // Who is refused never comes to the consent, which would answer with 307.
  [
    /^consent-307$/,
    /^(?:authorize-|callback-error|iss-other|prm-scope|challenge-scope)/,
    ['AUZ-20', 'CHL-07', 'ISS-05', 'RES-05'],
  ],
  // Half of a form is a form: only the server sees that the token has lost its end.
  [/^token-form-encoded$/, /^token-cut-off$/, ['USE-05']],
  // An answer with too much or too little in it.
  [
    /^callback-/,
    /^(?:callback|authorize|state|iss|prm-scope)-/,
    ['AUR-02', 'AUR-03', 'AUR-04', 'AUZ-20'],
  ],
  // The token endpoint holds another secret, or another method, than the registration told.
  [
    /^dcr-secret-/,
    /^(?:dcr-(?:method-unsaid|without-metadata|secret-.+)|basic-unsupported)$/,
    ['TOK-20'],
  ],
  // What is not served was not declared either.
  [/^initialize-without-capabilities$/, /^tools-declared-unserved$/, ['TRN-21']],
  // What is left out cannot be wrong.
  [/^iss-absent$/, /^iss-(?:other|slash|query)/, [null, 'AUZ-20']],
  // What nobody promised may be left out.
  [/^iss-(?:unpromised|absent)$/, /^iss-promised-absent$/, [null]],
  // Versions before 2025-06-18 know no header that would name them.
  [/^initialize-old-version$/, /^version-header-demanded$/, ['TLI-01']],
  // Who is told no version can name none.
  [/^initialize-without-version$/, /^version-header-demanded$/, ['INI-01']],
]

const NAMES = Object.keys(FAULTS)
  .filter(isFaultName)
  .filter((name) => !ALONE.has(name) && (isNightly || !isSlow(name)))
const ALL: readonly Pair[] = NAMES.flatMap((one, at) =>
  NAMES.slice(at + 1).flatMap((other): Pair[] => (canMeet(one, other) ? [[one, other]] : [])),
)
const PAIRS = isNightly
  ? ALL.filter((_, at) => at % shards === shard - 1)
  : Array.from({ length: SAMPLE }, (_, at) => ALL[(at * STRIDE) % ALL.length]).filter(
      (pair) => pair !== undefined,
    )

describe('two switches at once', () => {
  test.each(SINGLED_OUT)('%s with %s ends the walk at %s', async (one, other, cause) => {
    const { outcome } = await walkWith([one, other])
    expect(outcome.cause).toBe(cause)
    expect(await findOdd([one, other])).toEqual([])
  })

  test(
    `end the walk at the earlier cause in the flow, in ${PAIRS.length} pairs`,
    { timeout: isNightly ? 3_600_000 : 120_000 },
    async () => {
      const odd: string[] = []
      const left = PAIRS.values()
      const walk = async (): Promise<void> => {
        for (const pair of left) odd.push(...(await findOdd(pair)))
      }
      await Promise.all(Array.from({ length: WALKERS }, walk))
      expect(odd).toEqual([])
      expect(PAIRS.length).toBeGreaterThanOrEqual(SAMPLE)
    },
  )
})

function isSlow(name: string): boolean {
  return /-hangs$|-30-mb$|^stream-/.test(name)
}

/** Two faults meet in one server unless they need different ones. */
function canMeet(one: FaultName, other: FaultName): boolean {
  const [first, second] = [FAULTS[one], FAULTS[other]]
  if (first.issuerAs && second.issuerAs) return false
  const theirs = new Map<string, unknown>(Object.entries(second.needs ?? {}))
  return Object.entries(first.needs ?? {}).every(
    ([key, value]) => !theirs.has(key) || JSON.stringify(theirs.get(key)) === JSON.stringify(value),
  )
}

/** What is odd about the end of their common walk, if anything is. */
async function findOdd([one, other]: Pair): Promise<readonly string[]> {
  const stops = [await stopAlone(one, other), await stopAlone(other, one)] as const
  const { outcome } = await walkWith([one, other])
  const first = Math.min(...stops.map(placeOf))
  const isExpected = stops.some((stop) => placeOf(stop) === first && isSame(stop, outcome))
  if (isExpected || isUndone([one, other], stops, outcome) || areKnown([one, other], outcome)) {
    return []
  }
  return [[one, other, ...stops.map(shown), shown(outcome)].join(' | ')]
}

const stops = new Map<string, Promise<Stop>>()

/** How the walk ends against one fault in the surroundings that both need; each is walked once. */
function stopAlone(name: FaultName, beside: FaultName): Promise<Stop> {
  const { needs = {}, issuerAs } = FAULTS[beside]
  const key = JSON.stringify([
    name,
    needs,
    issuerAs?.('https://issuer.example', 'https://server.example'),
  ])
  const stop = stops.get(key) ?? walkWith([name], {}, beside).then(({ outcome }) => outcome)
  stops.set(key, stop)
  return stop
}

/** Where in the flow a walk ended; the third authorization request of a step-up comes when the tools are asked for. */
function placeOf({ status, step, cause }: Stop): number {
  if (status === 'passed') return STEP_IDS.length
  return STEP_IDS.findIndex((id) => id === (cause === 'SCO-12' ? 'session' : step))
}

/** PRM-07 and PRM-08 are one rule for two ways to the document. */
function isSame(one: Stop, other: Stop): boolean {
  const cause = other.cause === 'PRM-08' && one.cause === 'PRM-07' ? 'PRM-07' : other.cause
  return one.status === other.status && one.cause === cause
}

/** Two faults that change the same part: the later one may undo the earlier. */
function isUndone(pair: Pair, alone: readonly Stop[], outcome: Stop): boolean {
  const [one, other] = pair.map((name) => new Set(Object.keys(FAULTS[name].effect)))
  const isShared = [...(one ?? [])].some((part) => other?.has(part))
  return isShared && alone.some((stop) => isSame(stop, outcome))
}

function areKnown([one, other]: Pair, { cause }: Stop): boolean {
  return TOGETHER.some(
    ([a, b, causes]) =>
      causes.includes(cause) && ((a.test(one) && b.test(other)) || (a.test(other) && b.test(one))),
  )
}

function shown({ status, step, cause }: Stop): string {
  return `${status} ${step ?? ''} ${cause ?? ''}`.trim()
}
