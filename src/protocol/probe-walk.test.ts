import { describe, expect, test } from 'vitest'
import { withFault } from '../sandbox/faults.ts'
import { redactRun } from './export/redact.ts'
import { type PracticeWalk, openPractice, practise } from './practice-walk.ts'
import type { RunDocument } from './run/document.ts'
import { PROBES } from './spec/probes.ts'

/** Walks as a page with a relay, and then tries what must fail. */
function probe(walk: PracticeWalk = {}) {
  const config = { also: ['probes'], ...walk.config } as const
  return practise({ reach: 'browser-and-relay', ...walk, config })
}

/** What was tried, in order. */
function tried({ exchanges }: RunDocument): readonly string[] {
  return exchanges.filter(({ diagnostic }) => diagnostic === 'probe').map(({ purpose }) => purpose)
}

function broken({ findings }: RunDocument): readonly string[] {
  return findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)
}

const SESSIONS = { eras: 'legacy', sessions: true } as const
const HEALTHY: readonly (readonly [string, PracticeWalk])[] = [
  ['in both eras', {}],
  ['stateless', { sandbox: { eras: 'modern' } }],
  ['stateless, in event streams', { sandbox: { eras: 'modern', answers: 'event-stream' } }],
  ['with sessions', { sandbox: SESSIONS }],
  ['with sessions, in event streams', { sandbox: { ...SESSIONS, answers: 'event-stream' } }],
  ['without sessions', { sandbox: { eras: 'legacy' } }],
  ['of 2025-06-18', { sandbox: { ...SESSIONS, legacyVersions: ['2025-06-18'] } }],
  ['of 2025-03-26', { sandbox: { ...SESSIONS, legacyVersions: ['2025-03-26'] } }],
  ['in both eras, spoken to by 2025-11-25', { config: { revision: '2025-11-25' } }],
  ['open to all', { sandbox: { openMethods: 'all' } }],
  ['that asks late', { sandbox: { openMethods: ['server/discover', 'tools/list'] } }],
  ['with both kinds of metadata', { sandbox: { issuerMetadataAt: 'both' } }],
  ['without a relay', { reach: 'browser' }],
]

describe('a healthy server', () => {
  test.each(HEALTHY)('%s passes every negative test', async (_, walk) => {
    const { document } = await probe(walk)
    expect(document.outcome.status).toBe('passed')
    expect(document.steps.at(-1)).toMatchObject({ id: 'probes', status: 'passed' })
    expect(broken(document)).toEqual([])
  })
})

/** Walks a server whose consent page a person answers, and then tries what must fail. */
async function probeWithPerson(sandbox: PracticeWalk['sandbox'] = {}): Promise<RunDocument> {
  const practice = openPractice({
    reach: 'browser-and-relay',
    sandbox: { consent: 'page', ...sandbox },
    config: { also: ['probes'] },
    async consent(url) {
      const asked = await practice.sandbox.consent(url)
      if (asked.kind !== 'ask') throw new Error('Nobody is asked')
      return asked.allow()
    },
  })
  await practice.go()
  await practice.comeBack()
  await practice.go()
  return practice.document()
}

test('a loopback redirect URI with a fixed port is found by a page at an IP address', async () => {
  const at = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }
  const { document } = await probe({
    sandbox: withFault(at, 'loopback-port-fixed'),
    config: { redirectUri: 'http://127.0.0.1:4280/callback.html' },
  })
  expect(document.outcome.status).toBe('passed')
  expect(broken(document)).toEqual(['URI-06'])
})

describe('negative tests', () => {
  test('are never made unless they are asked for', async () => {
    const { document } = await practise({ config: { also: ['refresh', 'revoke'] } })
    expect(tried(document)).toEqual([])
    expect(document.steps.at(-1)).toMatchObject({ id: 'probes', status: 'pending' })
    const { document: machine } = await practise({ sandbox: SESSIONS })
    expect(tried(machine)).toEqual([])
  })

  test('are made before the token is given back, whatever the order of the wishes', async () => {
    const { document } = await probe({ config: { also: ['revoke', 'probes'] } })
    const steps = document.exchanges.map(({ step }) => step)
    expect(steps.lastIndexOf('probes')).toBeLessThan(steps.indexOf('revoke'))
    expect(broken(document)).toEqual([])
  })

  test('that end a grant come last, in grants of their own', async () => {
    const { document, events } = await probe({ config: { also: ['probes', 'refresh'] } })
    const names = tried(document)
    const ends = [PROBES['code-again'], PROBES['refresh-token-again']]
    expect(names.filter((name) => name.startsWith('Probe:')).slice(-2)).toEqual(ends)
    const given = events.flatMap((event) =>
      event.type === 'step-settled' && event.step === 'probes' && event.result.kind === 'done'
        ? [event.result.facts]
        : [],
    )
    expect(given).toEqual([{}])
  })

  test('that end a grant use up that of the walk where a person consents, and come last', async () => {
    const document = await probeWithPerson()
    expect(document.outcome.status).toBe('passed')
    const ends = [PROBES['refresh-token-again'], PROBES['code-again']]
    expect(tried(document).slice(-2)).toEqual(ends)
    expect(broken(document)).toEqual([])
    const left = document.decisions.find(({ says }) => says.includes('another verifier'))
    expect(left?.why).toContain('asks a person first')
  })

  test('leave what the walk has learned as it was', async () => {
    const walked = await practise({ reach: 'browser-and-relay' })
    const probed = await probe()
    const facts = ({ outcome, tools, revision }: RunDocument) => ({ outcome, tools, revision })
    expect(facts(probed.document)).toEqual(facts(walked.document))
    const verdicts = ({ findings }: RunDocument) =>
      new Map(
        findings
          .filter(({ step }) => step !== 'probes')
          .map(({ rule, verdict }) => [rule, verdict] as const),
      )
    const before = verdicts(walked.document)
    const changed = [...verdicts(probed.document)].filter(([rule, now]) => before.get(rule) !== now)
    // Refusals that the walk itself did not meet.
    expect(changed).toEqual([
      ['CHL-09', 'pass'],
      ['DCR-04', 'pass'],
      ['TOK-04', 'pass'],
    ])
  })

  test('hand out no secret, the token in an address included', async () => {
    const { document, secrets } = await probe()
    const query = document.exchanges.find(({ purpose }) => purpose === PROBES['token-in-query'])
    expect(query?.request.url).toContain('access_token=ey')
    const written = JSON.stringify(redactRun(document))
    expect(secrets.filter((secret) => written.includes(secret))).toEqual([])
  })
})
