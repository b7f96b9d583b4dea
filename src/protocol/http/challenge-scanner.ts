import { readQuoted } from './challenge-quoted.ts'
import { afterSpace, excerpt, gapAt, matchAt, tokenAt } from './challenge-text.ts'
import { readValue } from './challenge-value.ts'
import type { Challenge, ChallengeFault, ChallengeParameter } from './challenge.ts'

/** What stands in a header value, and what is wrong with it. */
export type ChallengeScan = {
  readonly challenges: readonly Challenge[]
  readonly faults: readonly ChallengeFault[]
}

type DraftChallenge = {
  readonly scheme: string
  readonly from: number
  readonly schemeEnd: number
  token68?: string
  readonly parameters: ChallengeParameter[]
  readonly names: Set<string>
  to: number
}

type Draft = {
  readonly text: string
  at: number
  readonly challenges: DraftChallenge[]
  readonly faults: ChallengeFault[]
  /** Something odd stood where a comma belongs, and was named already. */
  excused: boolean
}

/** What lies between two items. */
type Gap = { readonly from: number; readonly comma: number | undefined }

/** Schemes that a bare word may begin even where the comma before it is missing. */
const KNOWN_SCHEMES = [
  'basic',
  'bearer',
  'digest',
  'dpop',
  'gnap',
  'hoba',
  'mutual',
  'negotiate',
  'ntlm',
  'oauth',
  'privatetoken',
  'scram-sha-1',
  'scram-sha-256',
  'vapid',
]
const TOKEN68 = new RegExp(
  `[\\w.~+/-]+=*(?=[ \\t]*(?:,|$)|[ \\t]+(?:${KNOWN_SCHEMES.join('|')})(?:[ \\t,]|$))`,
  'iy',
)
const ODDITY = /[^ \t,"!#$%&'*+\-.^_`|~0-9A-Za-z]+/y

/** Reads a whole header value once, from left to right. Never throws; takes linear time. */
export function scanChallenges(text: string): ChallengeScan {
  const draft: Draft = { text, at: 0, challenges: [], faults: [], excused: false }
  let gap = takeGap(draft)
  while (draft.at < text.length) {
    takeItem(draft, gap)
    gap = takeGap(draft)
  }
  return { challenges: draft.challenges.map(toChallenge), faults: draft.faults }
}

function toChallenge(draft: DraftChallenge): Challenge {
  return {
    scheme: draft.scheme,
    ...(draft.token68 !== undefined && { token68: draft.token68 }),
    parameters: draft.parameters,
    span: [draft.from, draft.to],
  }
}

function takeGap(draft: Draft): Gap {
  const from = draft.at
  const gap = gapAt(draft.text, from)
  const comma = gap.indexOf(',')
  draft.at += gap.length
  return { from, comma: comma === -1 ? undefined : from + comma }
}

function takeItem(draft: Draft, gap: Gap): void {
  const token68 = findToken68(draft, gap)
  if (token68 !== undefined) return takeToken68(draft, token68)
  const token = tokenAt(draft.text, draft.at)
  if (token === '') return takeOddity(draft)
  const equals = afterSpace(draft.text, draft.at + token.length)
  if (draft.text[equals] === '=') takeParameter(draft, gap, { name: token, equals })
  else takeWord(draft, gap, token)
  draft.excused = false
}

function isBare(challenge: DraftChallenge): boolean {
  return challenge.parameters.length === 0 && challenge.token68 === undefined
}

function findToken68(draft: Draft, gap: Gap): string | undefined {
  const challenge = draft.challenges.at(-1)
  if (!challenge || !isBare(challenge) || gap.comma !== undefined) return undefined
  if (draft.at === challenge.schemeEnd) return undefined
  const found = matchAt(TOKEN68, draft.text, draft.at)
  // Bearer and DPoP challenges carry parameters: there `scope=` is a parameter without a value.
  const unfinished = /^(?:bearer|dpop)$/i.test(challenge.scheme) && /^[^=/]+=$/.test(found)
  return found === '' || unfinished ? undefined : found
}

function takeToken68(draft: Draft, token68: string): void {
  const challenge = draft.challenges.at(-1)
  draft.at += token68.length
  draft.excused = false
  if (!challenge) return
  challenge.token68 = token68
  challenge.to = draft.at
}

function takeOddity(draft: Draft): void {
  const { text, at } = draft
  const quoted = text[at] === '"'
  const to = quoted ? readQuoted(text, at).to : at + matchAt(ODDITY, text, at).length
  const seen = excerpt(text.slice(at, to))
  draft.faults.push({
    kind: 'bad-character',
    span: [at, to],
    says: quoted
      ? `A quoted text without a name stands at column ${at + 1}: ${seen}`
      : `Column ${at + 1} holds what does not belong between parameters: ${seen}`,
  })
  draft.at = to
  draft.excused = true
}

function takeWord(draft: Draft, gap: Gap, word: string): void {
  const challenge = draft.challenges.at(-1)
  const known = KNOWN_SCHEMES.includes(word.toLowerCase())
  if (challenge && gap.comma === undefined && !known) return takeStray(draft, challenge, word)
  if (challenge && gap.comma === undefined) nameMissingComma(draft, gap)
  openChallenge(draft, word, draft.at)
  draft.at += word.length
}

/** A bare word that begins no challenge: a part of the value before it, or a name without a value. */
function takeStray(draft: Draft, challenge: DraftChallenge, word: string): void {
  const before = challenge.parameters.at(-1)
  const to = draft.at + word.length
  const fault: ChallengeFault =
    before && !before.quoted && !draft.excused
      ? {
          kind: 'unquoted-value',
          span: [before.span[0], to],
          says: `The value of ${excerpt(before.name)} goes on after a space with "${excerpt(word)}" and needs double quotes around it.`,
        }
      : {
          kind: 'missing-value',
          span: [draft.at, to],
          says: `The word "${excerpt(word)}" at column ${draft.at + 1} has no value.`,
        }
  draft.faults.push(fault)
  draft.at = to
}

function openChallenge(draft: Draft, scheme: string, from: number): DraftChallenge {
  const to = from + scheme.length
  const challenge: DraftChallenge = {
    scheme,
    from,
    schemeEnd: to,
    parameters: [],
    names: new Set(),
    to,
  }
  draft.challenges.push(challenge)
  return challenge
}

function nameMissingComma(draft: Draft, gap: Gap): void {
  if (draft.excused) return
  draft.faults.push({
    kind: 'missing-comma',
    span: [gap.from, Math.max(draft.at, gap.from + 1)],
    says: `A comma is missing at column ${gap.from + 1}.`,
  })
}

type NamedAt = { readonly name: string; readonly equals: number }

function takeParameter(draft: Draft, gap: Gap, { name, equals }: NamedAt): void {
  const from = draft.at
  const challenge = challengeFor(draft, gap, name)
  nameSpaces(draft, name, equals)
  const { value, quoted, to, faults } = readValue(draft.text, name, equals)
  draft.faults.push(...faults)
  const parameter: ChallengeParameter = { name, value, quoted, span: [from, to] }
  if (challenge.names.has(name.toLowerCase())) nameDuplicate(draft, parameter)
  challenge.names.add(name.toLowerCase())
  challenge.parameters.push(parameter)
  challenge.to = to
  draft.at = to
}

/** The challenge that a parameter at the present place belongs to. */
function challengeFor(draft: Draft, gap: Gap, name: string): DraftChallenge {
  const challenge = draft.challenges.at(-1)
  if (!challenge || challenge.token68 !== undefined) return openNameless(draft, name)
  if (challenge.parameters.length > 0) {
    if (gap.comma === undefined) nameMissingComma(draft, gap)
  } else if (gap.comma === challenge.schemeEnd) {
    draft.faults.push({
      kind: 'bad-character',
      span: [gap.comma, gap.comma + 1],
      says: `A space belongs between the scheme ${excerpt(challenge.scheme)} and its first parameter, not a comma.`,
    })
  }
  return challenge
}

function openNameless(draft: Draft, name: string): DraftChallenge {
  draft.faults.push({
    kind: 'missing-scheme',
    span: [draft.at, draft.at + name.length],
    says: `No scheme such as Bearer stands before the parameter ${excerpt(name)} at column ${draft.at + 1}.`,
  })
  return openChallenge(draft, '', draft.at)
}

function nameSpaces(draft: Draft, name: string, equals: number): void {
  const from = draft.at + name.length
  const to = afterSpace(draft.text, equals + 1)
  if (to - from === 1) return
  draft.faults.push({
    kind: 'space-around-equals',
    span: [from, to],
    says: `No space may stand around the equals sign of ${excerpt(name)}.`,
  })
}

function nameDuplicate(draft: Draft, { name, span }: ChallengeParameter): void {
  draft.faults.push({
    kind: 'duplicate-parameter',
    span,
    says: `The parameter ${excerpt(name)} comes more than once in one challenge.`,
  })
}
