import { describe, expect, test } from 'vitest'
import { FAULTS, isFaultName, withFault } from '../../sandbox/faults.ts'
import { practise } from '../practice-walk.ts'
import type { DocumentFinding, RunDocument } from '../run/document.ts'
import type { Culprit } from '../run/rule.ts'
import { RULES } from './index.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

/** Whose side a family of rules is on. */
const SIDES: { readonly [family: string]: Culprit } = {
  ASM: 'issuer',
  AUD: 'issuer',
  AUR: 'issuer',
  AUZ: 'issuer',
  CHL: 'server',
  CIMD: 'issuer',
  CORS: 'browser',
  DBG: 'client',
  DCR: 'issuer',
  ECC: 'issuer',
  ERR: 'server',
  INI: 'server',
  ISS: 'issuer',
  MET: 'server',
  NET: 'network',
  ORG: 'server',
  PKCE: 'issuer',
  PRM: 'server',
  RED: 'server',
  REF: 'issuer',
  REG: 'person',
  RES: 'server',
  SCO: 'server',
  SEC: 'server',
  SES: 'server',
  TLI: 'server',
  TOK: 'issuer',
  TRN: 'server',
  URI: 'issuer',
  USE: 'server',
  VER: 'server',
}

/** Rules of another side than their family, and why. */
const OTHERS: { readonly [rule: string]: readonly [Culprit, why: string] } = {
  'ASM-20': ['server', 'In 2025-03-26 the origin of the MCP server is the authorization server.'],
  'CIMD-03': ['client', 'The document is the client’s own.'],
  'CIMD-04': ['client', 'The document is the client’s own.'],
  'CIMD-05': ['client', 'The document is the client’s own.'],
  'CIMD-06': ['client', 'The document is the client’s own.'],
  'CIMD-07': ['client', 'The document is the client’s own.'],
  'NET-02': ['browser', 'Only a browser refuses the port.'],
  'NET-04': ['server', 'Whoever answers ends the answer.'],
  'NET-05': ['browser', 'Only a page that came by https may not ask http.'],
  'NET-06': ['browser', 'The request never left.'],
  'PRM-17': ['issuer', 'The list is in the metadata of the authorization server.'],
  'RES-05': ['issuer', 'The authorization server refuses the parameter.'],
  'SCO-08': ['issuer', 'The token response lacks the scope.'],
  'SEC-05': ['issuer', 'It is about the authorization endpoint.'],
  'SEC-20': ['issuer', 'It is about the authorization endpoint.'],
}

function sideOf(id: string): Culprit | undefined {
  return OTHERS[id]?.[0] ?? SIDES[id.split('-')[0] ?? '']
}

describe('whoever has to change something', () => {
  test.each(RULES.map((rule) => [rule.id, rule.culprit] as const))(
    'is named by %s: %s',
    (id, culprit) => {
      expect(culprit).toBe(sideOf(id))
    },
  )

  test('is of another side than the family only where a reason is given', () => {
    const ids = RULES.map(({ id }) => id)
    for (const [id, [culprit]] of Object.entries(OTHERS)) {
      expect(ids).toContain(id)
      expect(culprit).not.toBe(SIDES[id.split('-')[0] ?? ''])
    }
  })
})

/** One walk for each rule that a practice server breaks: about 110, in eight seconds. */
const broken = [
  ...new Map(
    Object.keys(FAULTS)
      .filter(isFaultName)
      .map((name) => [FAULTS[name].rule, name] as const),
  ),
]

/** Who sent what proves a finding. The page's own callback carries the authorization server's answer. */
function sendersOf({ exchanges }: RunDocument, { evidence }: DocumentFinding): readonly string[] {
  const ids = evidence.map(({ exchange }) => exchange)
  return exchanges
    .filter(({ id }) => ids.includes(id))
    .map(({ to }) => (to === 'page' ? 'issuer' : to))
}

describe('whoever is blamed on a walk', () => {
  test.each(broken)('has sent what proves it: %s, by %s', async (_, fault) => {
    const { document } = await practise({
      sandbox: withFault(AT, fault),
      reach: 'browser-and-relay',
    })
    const blamed = document.findings.filter(
      ({ verdict, culprit }) =>
        verdict === 'fail' && (culprit === 'server' || culprit === 'issuer'),
    )
    const wrong = blamed.filter((finding) => {
      return !sendersOf(document, finding).includes(finding.culprit)
    })
    expect(wrong.map(({ rule, culprit }) => [rule, culprit])).toEqual([])
  })
})
