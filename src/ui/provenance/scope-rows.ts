import { type Exchange, type RunDocument, findHeader } from '../../protocol/index.ts'
import { answerIn, exchangesOf, findDocument, parametersOf, textsIn } from './seen.ts'

/** Where a scope can appear, from who names it to what needs it. */
export const SCOPE_PLACES = [
  'challenge',
  'resource metadata',
  'server metadata',
  'person',
  'asked for',
  'granted',
  'needed',
] as const

export type ScopePlace = (typeof SCOPE_PLACES)[number]

/** One scope, and where it appears. */
export type ScopeRow = { readonly scope: string; readonly places: ReadonlySet<ScopePlace> }

/** Every scope of a run, in the order in which it was first named. */
export function toScopeRows(document: RunDocument): readonly ScopeRow[] {
  const rows = new Map<string, Set<ScopePlace>>()
  for (const place of SCOPE_PLACES) {
    for (const scope of scopesAt(document, place)) {
      const places = rows.get(scope)
      if (places) places.add(place)
      else rows.set(scope, new Set([place]))
    }
  }
  return [...rows].map(([scope, places]) => ({ scope, places }))
}

function scopesAt(document: RunDocument, place: ScopePlace): readonly string[] {
  switch (place) {
    case 'challenge':
      return document.exchanges.flatMap((each) => challenged(each, 401))
    case 'needed':
      return document.exchanges.flatMap((each) => challenged(each, 403))
    case 'resource metadata':
      return textsIn(
        findDocument(document, 'resource-metadata', 'scopes_supported')?.body['scopes_supported'],
      )
    case 'server metadata':
      return textsIn(
        findDocument(document, 'server-metadata', 'scopes_supported')?.body['scopes_supported'],
      )
    case 'person':
      return cut(document.config.scope)
    case 'asked for':
      return asked(document)
    case 'granted':
      return granted(document)
  }
}

/** The scopes that an answer of this status names in its challenge; of a negative test none. */
function challenged({ outcome, diagnostic }: Exchange, status: number): readonly string[] {
  if (outcome.kind !== 'response' || outcome.status !== status || diagnostic !== undefined)
    return []
  const header = findHeader(outcome.headers, 'www-authenticate') ?? ''
  const [, quoted, bare] = /\bscope\s*=\s*(?:"([^"]*)"|([^\s,"]+))/i.exec(header) ?? []
  return cut(quoted ?? bare)
}

function asked(document: RunDocument): readonly string[] {
  return (['authorization', 'step-up', 'token'] as const).flatMap((step) =>
    exchangesOf(document, step).flatMap((each) => cut(parametersOf(each).get('scope'))),
  )
}

/** RFC 6749 section 5.1: an answer that names no scope grants what was asked for. */
function granted(document: RunDocument): readonly string[] {
  const token = exchangesOf(document, 'token')
    .map(answerIn)
    .findLast((each) => typeof each?.['access_token'] === 'string')
  if (token === undefined) return []
  const scope = token['scope']
  return typeof scope === 'string' ? cut(scope) : asked(document)
}

function cut(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(' ').filter((each) => each !== '')
}
