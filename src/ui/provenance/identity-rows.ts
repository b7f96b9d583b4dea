import type { Exchange, ExchangeId, RunDocument } from '../../protocol/index.ts'
import { findJwts } from '../exchange/jwt.ts'
import { nameDifference } from './name-difference.ts'
import { answerIn, exchangesOf, findDocument, parametersOf, textsIn } from './seen.ts'

/** One place where an identifier was seen. */
export type IdentityRow = {
  readonly where: string
  readonly value: string
  /** Null for what the person entered. */
  readonly exchange: ExchangeId | null
  /** What it should be the same as, and in what it differs; null where it is the same, or has nothing to be like. */
  readonly differs: { readonly from: string; readonly in: string } | null
  /** The finding about this difference, if there is one. */
  readonly rule: string | null
}

/** Identifiers that have to be the same text wherever they appear. */
export type IdentityGroup = {
  readonly title: string
  readonly rows: readonly IdentityRow[]
  /** What this run did not show. */
  readonly unseen: readonly string[]
}

type Seen = { readonly where: string; readonly values: readonly string[]; readonly by?: Exchange }

/** What was seen in one place, what it has to be like, and the rules that compare the two. */
type Held = Seen & { readonly against?: readonly string[]; readonly rules?: readonly string[] }

/** The identity map of a run: who the server, the issuer and the client said they are, place by place. */
export function toIdentity(document: RunDocument): readonly IdentityGroup[] {
  const failed = new Set(
    document.findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule),
  )
  return [
    toGroup('The resource', resourcesOf(document), failed),
    toGroup('The issuer', issuersOf(document), failed),
    toGroup('The redirect URI', redirectsOf(document), failed),
  ]
}

/** The metadata is about the address; a client then asks for what the metadata says, and gets a token for that. */
function resourcesOf(document: RunDocument): readonly Held[] {
  const entered = [document.config.server]
  const named = memberOf(document, 'resource-metadata', 'resource')
  const asked = sentOf(document, 'authorization', 'resource')
  const exchanged = sentOf(document, 'token', 'resource')
  const wanted = firstSeen(named.values, entered)
  return [
    { where: 'the address that was entered', values: entered },
    { ...named, against: entered, rules: ['PRM-07', 'PRM-08'] },
    { ...asked, against: wanted },
    { ...exchanged, against: wanted },
    {
      ...claimOf(document, 'aud'),
      against: firstSeen(exchanged.values, asked.values, wanted),
      rules: ['AUD-02'],
    },
  ]
}

/** Each is held against the one before it that a client compares it with. */
function issuersOf(document: RunDocument): readonly Held[] {
  const { issuer } = document.config
  const entered = issuer === undefined ? [] : [issuer]
  const listed = memberOf(document, 'resource-metadata', 'authorization_servers')
  const own = memberOf(document, 'server-metadata', 'issuer')
  const before = firstSeen(entered, listed.values)
  const chosen = firstSeen(own.values, before)
  return [
    ...(issuer === undefined ? [] : [{ where: 'the issuer that was entered', values: entered }]),
    { ...listed, against: entered },
    { ...own, against: before, rules: ['ASM-03'] },
    { ...sentOf(document, 'callback', 'iss'), against: chosen, rules: ['ISS-05'] },
    { ...claimOf(document, 'iss'), against: chosen },
  ]
}

function redirectsOf(document: RunDocument): readonly Held[] {
  const arrived = exchangesOf(document, 'callback').at(-1)
  const registered = exchangesOf(document, 'registration').findLast((each) => answerIn(each))
  const asked = sentOf(document, 'authorization', 'redirect_uri')
  return [
    asked,
    {
      where: 'redirect_uris as registered',
      values: textsIn(registered && answerIn(registered)?.['redirect_uris']),
      ...(registered && { by: registered }),
      against: asked.values,
    },
    {
      where: 'the address that the person came back to',
      values: arrived ? withoutQuery(arrived.request.url) : [],
      ...(arrived && { by: arrived }),
      against: asked.values.flatMap(withoutQuery),
    },
    { ...sentOf(document, 'token', 'redirect_uri'), against: asked.values },
  ]
}

function firstSeen(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((values) => values.length > 0) ?? []
}

/** The answer comes in the query, beside what the redirect URI may have in it already. */
function withoutQuery(address: string): readonly string[] {
  if (!URL.canParse(address)) return []
  const { origin, pathname } = new URL(address)
  return [origin + pathname]
}

type Step = 'resource-metadata' | 'server-metadata' | 'authorization' | 'callback' | 'token'

const STEPS = {
  'resource-metadata': 'resource metadata',
  'server-metadata': 'server metadata',
  authorization: 'the authorization request',
  callback: 'the callback',
  token: 'the token request',
} as const

function memberOf(document: RunDocument, step: Step, member: string): Seen {
  const found = findDocument(document, step, member)
  const where = `${member} of the ${STEPS[step]}`
  return { where, values: textsIn(found?.body[member]), ...(found && { by: found.exchange }) }
}

function sentOf(document: RunDocument, step: Step, name: string): Seen {
  const by = exchangesOf(document, step).findLast((each) => parametersOf(each).has(name))
  const values = by ? parametersOf(by).getAll(name) : []
  return { where: `${name} in ${STEPS[step]}`, values, ...(by && { by }) }
}

function claimOf(document: RunDocument, claim: 'aud' | 'iss'): Seen {
  const where = `${claim} of the access token`
  for (const exchange of exchangesOf(document, 'token').toReversed()) {
    const token = answerIn(exchange)?.['access_token']
    const jwt = findJwts(exchange).brought.find((each) => each.token === token)
    if (jwt) return { where, values: textsIn(jwt.claims[claim]), by: exchange }
  }
  return { where, values: [] }
}

function toGroup(title: string, held: readonly Held[], failed: ReadonlySet<string>): IdentityGroup {
  return {
    title,
    rows: held.flatMap((each) => toRows(each, failed)),
    unseen: held.flatMap(({ where, values }) => (values.length === 0 ? [where] : [])),
  }
}

function toRows(held: Held, failed: ReadonlySet<string>): readonly IdentityRow[] {
  const { where, values, by, against = [], rules = [] } = held
  const [from] = against
  // Of a list one entry has to fit; the others are for other servers or clients.
  const fits = from === undefined || values.some((value) => against.includes(value))
  return values.map((value) => {
    const difference = fits ? null : nameDifference(from, value)
    const rule = difference === null ? undefined : rules.find((each) => failed.has(each))
    return {
      where,
      value,
      exchange: by?.id ?? null,
      differs: difference === null || fits ? null : { from, in: difference },
      rule: rule ?? null,
    }
  })
}
