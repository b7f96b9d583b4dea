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
  /** In what it differs from the first of its group; null where it is the same, or only shown. */
  readonly differs: string | null
}

/** Identifiers that have to be the same text wherever they appear; the first is what the others are held against. */
export type IdentityGroup = {
  readonly title: string
  readonly rows: readonly IdentityRow[]
  /** What this run did not show. */
  readonly unseen: readonly string[]
}

type Seen = { readonly where: string; readonly values: readonly string[]; readonly by?: Exchange }

/** The identity map of a run: who the server, the issuer and the client said they are, place by place. */
export function toIdentity(document: RunDocument): readonly IdentityGroup[] {
  return [
    toGroup('The resource', resourcesOf(document)),
    toGroup('The issuer', issuersOf(document)),
    toGroup('The redirect URI', redirectsOf(document)),
  ]
}

function resourcesOf(document: RunDocument): readonly Seen[] {
  return [
    { where: 'the address that was entered', values: [document.config.server] },
    memberOf(document, 'resource-metadata', 'resource'),
    sentOf(document, 'authorization', 'resource'),
    sentOf(document, 'token', 'resource'),
    claimOf(document, 'aud'),
  ]
}

function issuersOf(document: RunDocument): readonly Seen[] {
  const { issuer } = document.config
  return [
    ...(issuer === undefined ? [] : [{ where: 'the issuer that was entered', values: [issuer] }]),
    memberOf(document, 'resource-metadata', 'authorization_servers'),
    memberOf(document, 'server-metadata', 'issuer'),
    sentOf(document, 'callback', 'iss'),
    claimOf(document, 'iss'),
  ]
}

function redirectsOf(document: RunDocument): readonly Seen[] {
  const arrived = exchangesOf(document, 'callback').at(-1)
  const registered = exchangesOf(document, 'registration').findLast((each) => answerIn(each))
  const bare = arrived && URL.canParse(arrived.request.url) ? new URL(arrived.request.url) : null
  return [
    sentOf(document, 'authorization', 'redirect_uri'),
    {
      where: 'redirect_uris as registered',
      values: textsIn(registered && answerIn(registered)?.['redirect_uris']),
      ...(registered && { by: registered }),
    },
    {
      where: 'the address that the person came back to',
      values: bare ? [bare.origin + bare.pathname] : [],
      ...(arrived && { by: arrived }),
    },
    sentOf(document, 'token', 'redirect_uri'),
  ]
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

function toGroup(title: string, seen: readonly Seen[]): IdentityGroup {
  const rows = seen.flatMap(({ where, values, by }) =>
    values.map((value) => ({ where, value, exchange: by?.id ?? null })),
  )
  const [first] = rows
  return {
    title,
    rows: rows.map((row) => ({
      ...row,
      differs: first === undefined ? null : nameDifference(first.value, row.value),
    })),
    unseen: seen.flatMap(({ where, values }) => (values.length === 0 ? [where] : [])),
  }
}
