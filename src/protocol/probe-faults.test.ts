import { expect, test } from 'vitest'
import type { WalkOptions } from '../sandbox/expected/ending.ts'
import { PROBED } from '../sandbox/expected/probed.ts'
import { withFault } from '../sandbox/faults.ts'
import { openPractice } from './practice-walk.ts'
import type { RunConfig } from './run/config.ts'
import { isRevision } from './spec/revisions.ts'

const REDIRECT = 'http://127.0.0.1:4280/callback.html'
const SERVER = 'http://localhost:4281/mcp'

const WALKS = PROBED.map(({ fault, rules, walk = {} }) => ({ fault, rules, ...walk }))

test.each(WALKS)('$fault breaks $rules, and nothing else', async ({ fault, rules, ...walk }) => {
  const isProxy = fault === 'proxy-without-consent'
  const issuer = isProxy ? new URL(SERVER).origin : 'http://localhost:4282'
  const practice = openPractice({
    sandbox: { ...withFault({ server: SERVER, issuer }, fault), fetchDocument },
    reach: 'browser-and-relay',
    config: { also: ['probes'], redirectUri: REDIRECT, ...configOf(walk) },
  })
  await practice.go()
  await practice.comeBack()
  await practice.go()
  const { findings, outcome } = practice.document()
  const broken = findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)
  expect(broken.toSorted()).toEqual(rules)
  expect(outcome.status).toBe('passed')
})

function configOf({ revision, document }: WalkOptions): Partial<RunConfig> {
  return {
    ...(typeof revision === 'string' && isRevision(revision) && { revision }),
    ...(document !== undefined && { clientDocument: 'https://client.example/c.json' }),
  }
}

/** The client's own document, which a host of files serves with any query. */
function fetchDocument(): Promise<Response> {
  return Promise.resolve(
    Response.json({
      client_id: 'https://client.example/c.json',
      client_name: 'Flow',
      redirect_uris: [REDIRECT],
      grant_types: ['authorization_code', 'refresh_token'],
    }),
  )
}
