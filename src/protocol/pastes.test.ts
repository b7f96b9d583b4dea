import { describe, expect, test } from 'vitest'
import { FAULTS, isFaultName, withFault } from '../sandbox/faults.ts'
import { type PracticeWalk, practise } from './practice-walk.ts'
import { remediesFor } from './remedies.ts'
import { type RunChange, checkFail } from './rules/build-run.ts'
import { PAGE, REDIRECT } from './rules/healthy-exchanges.ts'
import { RULES } from './rules/index.ts'
import type { RunDocument } from './run/document.ts'
import type { Paste, Rule } from './run/rule.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

/** Why no exact text can be made for a rule that ends a walk. */
const WITHOUT_TEXT: { readonly [rule: string]: string } = {
  'DBG-01': 'The debugger is at fault.',
  'NET-01': 'Nobody answers: what is wrong there cannot be seen from here.',
  'NET-02': 'The owner chooses another port.',
  'NET-03': 'What the server waits for is in its log.',
  'NET-04': 'What breaks an answer off is in a log, or in the network.',
  'NET-05': 'The server needs a certificate.',
  'NET-06': 'The browser or an extension forbids it.',
  'RED-01': 'Whether to answer here or to name the other address is for the owner to choose.',
  'REF-20': 'Why a refresh is refused is in the log of the authorization server.',
  'REG-04': 'The person has to enter another client id.',
  'REG-20': 'The person has to enter another key, which is a secret.',
  'SES-21': 'Where sessions are kept is for the program and its proxy to say.',
  'TOK-20': 'Why an exchange is refused is in the log of the authorization server.',
  'TRN-20': 'Another transport is a program.',
  'TRN-21': 'The error is in the log of the MCP server.',
  'VER-09': 'Whether requests need a handshake is for the program to say.',
}

/** Walks on which rules are broken that the first fault with their code does not break by itself. */
const WALKS: { readonly [rule: string]: PracticeWalk } = {
  'AUZ-20': { sandbox: withFault(AT, 'authorize-invalid-scope') },
  'CHL-02': {
    sandbox: withFault(AT, 'challenge-without-pointer'),
    config: { revision: '2025-06-18' },
  },
  'CORS-06': { sandbox: withFault(AT, 'preflight-401') },
  'SCO-09': {
    sandbox: withFault(AT, 'step-up-without-challenge'),
    config: { transport: 'relay', call: { tool: 'open_vault', arguments: '{}' } },
  },
  'SCO-15': {
    sandbox: withFault(AT, 'step-up-401'),
    config: { call: { tool: 'open_vault', arguments: '{}' } },
  },
  'SCO-20': { sandbox: withFault(AT, 'step-up-forever') },
  'TOK-04': { sandbox: withFault(AT, 'token-html') },
  'VER-09': { sandbox: withFault(AT, 'initialize-demanded') },
}

/** Records of what no practice server does. */
const RECORDS: { readonly [rule: string]: RunChange } = {
  'ASM-20': {
    config: { revision: '2025-03-26' },
    exchanges: { 'server-metadata': { status: 404 } },
  },
  'ASM-30': { config: { also: ['revoke'] } },
  'CIMD-09': {
    until: 'callback',
    facts: { clientIdentity: { kind: 'client-document', clientId: `${PAGE}client.json` } },
    exchanges: {
      callback: {
        url: `${REDIRECT}?error=invalid_client&state=state-1&iss=https://issuer.example`,
      },
    },
  },
}

const stopping = RULES.filter((rule) => rule.stops && WITHOUT_TEXT[rule.id] === undefined)
const faults = Object.keys(FAULTS).filter(isFaultName)

function walkFor(rule: string): PracticeWalk | undefined {
  const fault = faults.find((name) => FAULTS[name].rule === rule)
  const also = { config: { also: ['refresh', 'revoke'] } } as const
  return WALKS[rule] ?? (fault && { sandbox: withFault(AT, fault), ...also })
}

/** No text that an owner is to paste holds what the walk was given in secret. */
function expectNoSecret(document: RunDocument, secrets: readonly string[]): void {
  const texts = document.findings.flatMap((finding) => [
    finding.paste?.text ?? '',
    ...remediesFor(finding, document).flatMap(({ texts: each }) => each.map(({ text }) => text)),
  ])
  expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([])
}

async function pasteOf(rule: Rule): Promise<Paste | null> {
  const record = RECORDS[rule.id]
  if (record) return checkFail(rule, record).paste ?? null
  const walk = walkFor(rule.id)
  if (walk === undefined) throw new Error(`No practice server breaks ${rule.id}`)
  const { document, secrets } = await practise({ reach: 'browser-and-relay', ...walk })
  const found = document.findings.find((each) => each.rule === rule.id)
  if (found?.verdict !== 'fail') throw new Error(`${rule.id} is not broken: ${found?.says}`)
  expectNoSecret(document, secrets)
  return found.paste
}

// About 80 walks, five seconds.
describe('a rule that ends a walk', () => {
  test.each(stopping.map((rule) => [rule.id, rule] as const))(
    '%s gives the exact text to paste, without a secret',
    async (_, rule) => {
      const paste = await pasteOf(rule)
      expect(paste?.title).toMatch(/^[A-Z].*[^.]$/)
      expect(paste?.text).toMatch(/\S/)
    },
  )
})

describe('the list of rules without a text', () => {
  test('names rules that end walks', () => {
    const ids = RULES.filter(({ stops }) => stops).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(Object.keys(WITHOUT_TEXT)))
  })

  test('names none that gives one', async () => {
    const walked = RULES.filter(({ id }) => WITHOUT_TEXT[id] !== undefined && walkFor(id))
    const pastes = await Promise.all(walked.map(pasteOf))
    expect(pastes).toEqual(walked.map(() => null))
  })
})
