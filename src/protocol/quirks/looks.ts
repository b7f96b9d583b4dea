import { findHeader, joinHeader, mediaType, type StepId } from '../http/exchange.ts'
import { type JsonObject, parseJsonObject, stringMember, stringsMember } from '../http/json.ts'
import { inBody, inHeader, inOutcome, inUrl, pointer } from '../rules/evidence.ts'
import { quoted } from '../rules/shown.ts'
import type { DocumentFinding } from '../run/document.ts'
import type { Look, Sighting } from './quirk.ts'
import type { Answered, Read, RunRecord } from './record.ts'

/** A domain with all that is below it, or the form of a whole host name. */
export type Hosts = string | RegExp

/** An issuer that the run names lives there, and its path fits. */
export function issuerAt(hosts: Hosts, path = /^/): Look {
  return (record) => issuersOf(record).find(({ at }) => isOn(at, hosts) && path.test(at.pathname))
}

/** The MCP server that was asked lives there. */
export function serverAt(hosts: Hosts): Look {
  return ({ document }) => {
    const [first] = document.exchanges
    const { server } = document.config
    if (first === undefined || !isAt(server, hosts)) return undefined
    return { says: `The MCP server is ${server}.`, evidence: [inUrl(first.id)] }
  }
}

/** A member of the issuer's metadata is a text of that form. */
export function issuerSays(member: string, form: RegExp): Look {
  return (record) =>
    firstOf(record.read('server-metadata'), ({ exchange, json }) => {
      const value = stringMember(json, member)
      if (value === undefined || !form.test(value)) return undefined
      const says = `The issuer's metadata has ${member} ${quoted(value)}.`
      return { says, evidence: [inBody(exchange.id, pointer(member))] }
    })
}

/** The issuer's metadata has an endpoint on that host. */
export function endpointAt(member: string, hosts: Hosts): Look {
  return (record) =>
    firstOf(record.read('server-metadata'), ({ exchange, json }) => {
      const value = stringMember(json, member)
      if (value === undefined || !isAt(value, hosts)) return undefined
      const says = `The issuer's metadata has ${member} ${quoted(value)}.`
      return { says, evidence: [inBody(exchange.id, pointer(member))] }
    })
}

/** Some answer carries a header of that form. */
export function headerSays(name: string, form = /^/): Look {
  return ({ document }) =>
    firstOf(document.exchanges, ({ id, outcome }) => {
      const value = outcome.kind === 'response' ? joinHeader(outcome.headers, name) : undefined
      if (value === undefined || !form.test(value)) return undefined
      const says = `An answer carries ${name}: ${form.exec(value)?.[0] || value}.`
      return { says, evidence: [inHeader(id, name)] }
    })
}

/** A text of that form came back: in the callback's address, or in an answer of the issuer. */
export function issuerWrote(form: RegExp): Look {
  return (record) => wroteInCallback(record, form) ?? wroteInBody(record, form)
}

/** The authorization response refused with that error. */
export function refusedWith(error: string): Look {
  return (record) =>
    firstOf(record.visits('callback'), ({ exchange, url }) => {
      if (url.searchParams.get('error') !== error) return undefined
      return {
        says: `The authorization server came back with ${error}.`,
        evidence: [inUrl(exchange.id)],
      }
    })
}

/** A rule failed, and its finding is of the kind that is meant. */
export function broken(
  rule: string,
  isMeant: (finding: DocumentFinding, record: RunRecord) => boolean = () => true,
): Look {
  return (record) => {
    const finding = record.broken(rule)
    const [first, ...more] = finding?.evidence ?? []
    if (!finding || !first || !isMeant(finding, record)) return undefined
    return { says: '', evidence: [first, ...more] }
  }
}

/** A rule failed, and one of the answers that prove it is of the kind that is meant. */
export function brokenBy(rule: string, isMeant: (answered: Answered) => boolean): Look {
  return broken(rule, ({ evidence }, record) =>
    evidence.some(({ exchange: id }) => {
      const exchange = record.find(id)
      return exchange?.outcome.kind === 'response'
        ? isMeant({ exchange, answer: exchange.outcome })
        : false
    }),
  )
}

/** The two strings of a finding are the same but for a slash at the end. */
export function isSlashApart({ compare: [one, other] }: DocumentFinding): boolean {
  if (!one || !other || one.value === other.value) return false
  return `${one.value}/` === other.value || one.value === `${other.value}/`
}

/** An answer of a step is of that kind. */
export function answered(step: StepId, read: (answered: Answered) => string | undefined): Look {
  return (record) =>
    firstOf(record.answers(step), (each) => {
      const says = read(each)
      return says === undefined ? undefined : { says, evidence: [inOutcome(each.exchange.id)] }
    })
}

/** A JSON answer of a step is of that kind; gives the member to look at and the sentence about it. */
export function said(
  step: StepId,
  read: (json: JsonObject, each: Read) => readonly [member: string, says: string] | undefined,
): Look {
  return (record) =>
    firstOf(record.read(step), (each) => {
      const found = read(each.json, each)
      if (!found) return undefined
      const [member, says] = found
      return { says, evidence: [inBody(each.exchange.id, pointer(member))] }
    })
}

/** The first of several looks that sees something. */
export function either(...looks: readonly Look[]): Look {
  return (record) => firstOf(looks, (look) => look(record))
}

/** What the first sees, if the others see something too. */
export function both(look: Look, ...others: readonly Look[]): Look {
  return (record) =>
    others.every((other) => other(record) !== undefined) ? look(record) : undefined
}

/** The media type of an answer. */
export function typeOf({ answer }: Answered): string | undefined {
  return mediaType(answer.headers)
}

/** A header of an answer. */
export function headerOf({ answer }: Answered, name: string): string | undefined {
  return findHeader(answer.headers, name)
}

type Named = Sighting & { readonly url: string }
type Issuer = Sighting & { readonly at: URL }

const issuers = new WeakMap<RunRecord, readonly Issuer[]>()

/** Every issuer that a run names, where it does so first. Each is taken apart once, as all providers ask for it. */
function issuersOf(record: RunRecord): readonly Issuer[] {
  const known = issuers.get(record) ?? findIssuers(record)
  issuers.set(record, known)
  return known
}

function findIssuers(record: RunRecord): readonly Issuer[] {
  const first = new Map<string, Named>()
  for (const named of namedIn(record)) if (!first.has(named.url)) first.set(named.url, named)
  return [...first.values()].flatMap(({ url, ...sighting }) =>
    URL.canParse(url) ? [{ ...sighting, at: new URL(url) }] : [],
  )
}

/** The issuers as a run names them: in resource metadata first, then in their own documents. */
function namedIn(record: RunRecord): readonly Named[] {
  const pointed = record.read('resource-metadata').flatMap(({ exchange, json }) =>
    (stringsMember(json, 'authorization_servers') ?? []).map((url, index) => ({
      url,
      says: `The resource metadata names the issuer ${quoted(url)}.`,
      evidence: [inBody(exchange.id, pointer('authorization_servers', index))] as const,
    })),
  )
  const own = record.read('server-metadata').flatMap(({ exchange, json }) => {
    const url = stringMember(json, 'issuer')
    if (url === undefined) return []
    const says = `The issuer's metadata has issuer ${quoted(url)}.`
    return [{ url, says, evidence: [inBody(exchange.id, pointer('issuer'))] as const }]
  })
  return [...pointed, ...own, ...asked(record)]
}

/** An issuer that the person gave, or that was guessed, shows in the requests alone. */
function asked(record: RunRecord): readonly Named[] {
  return record
    .answers('server-metadata')
    .filter(({ exchange }) => exchange.to === 'issuer')
    .map(({ exchange }) => ({
      url: exchange.request.url,
      says: `The issuer's metadata was looked for at ${exchange.request.url}.`,
      evidence: [inUrl(exchange.id)] as const,
    }))
}

function isAt(url: string, hosts: Hosts): boolean {
  return URL.canParse(url) && isOn(new URL(url), hosts)
}

function isOn({ hostname }: URL, hosts: Hosts): boolean {
  if (typeof hosts !== 'string') return hosts.test(hostname)
  return hostname === hosts || hostname.endsWith(`.${hosts}`)
}

/** The members and parameters in which an issuer tells of an error; no other text is quoted. */
const ERROR_TEXTS = ['error', 'error_description', 'message']

function wroteInCallback(record: RunRecord, form: RegExp): Sighting | undefined {
  return firstOf(record.visits('callback'), ({ exchange, url }) => {
    const text = firstOf(ERROR_TEXTS, (name) => match(form, url.searchParams.get(name)))
    if (text === undefined) return undefined
    return { says: `The callback says ${quoted(text)}.`, evidence: [inUrl(exchange.id)] }
  })
}

function wroteInBody({ document }: RunRecord, form: RegExp): Sighting | undefined {
  return firstOf(document.exchanges, ({ id, to, outcome }) => {
    const isSaid = to === 'issuer' && outcome.kind === 'response' && form.test(outcome.body.text)
    if (!isSaid) return undefined
    const json = parseJsonObject(outcome.body.text)
    return firstOf(ERROR_TEXTS, (name) => {
      const text = match(form, stringMember(json, name))
      if (text === undefined) return undefined
      const says = `An answer of the issuer says ${quoted(text)}.`
      return { says, evidence: [inBody(id, pointer(name))] }
    })
  })
}

function match(form: RegExp, text: string | null | undefined): string | undefined {
  return form.exec(text ?? '')?.[0]
}

function firstOf<Item, Found>(
  items: readonly Item[],
  look: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = look(item)
    if (found !== undefined) return found
  }
  return undefined
}
