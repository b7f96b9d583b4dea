import {
  type DocumentFinding,
  type Exchange,
  type Party,
  type RunDocument,
  type Severity,
  type StepId,
  endedAt,
} from '../../protocol/index.ts'
import type { RowId } from '../controls.ts'
import { type Group, toGroups } from './groups.ts'
import { findReasonsElsewhere } from './preflight.ts'
import { toStatus } from './status.ts'

/** The line above the exchanges of one step. */
export type GroupRow = {
  readonly kind: 'group'
  readonly id: string
  readonly step: StepId
  readonly title: string
  readonly errors: number
  readonly warnings: number
}

/** One exchange, or the preflight that the browser made before it and did not show. */
export type ExchangeRow = {
  readonly kind: 'exchange' | 'preflight'
  readonly id: RowId
  readonly exchange: Exchange
  /** Its number in the order of beginning; null for a preflight, which has none. */
  readonly number: number | null
  readonly method: string
  readonly to: Party
  readonly host: string
  readonly path: string
  readonly hasQuery: boolean
  readonly status: string
  readonly statusKind: 'good' | 'plain' | Severity
  /** Milliseconds; null while pending and for a preflight. */
  readonly duration: number | null
  /** Words that say how it stands beside the walk: `ahead`, `triage`, `relay`. */
  readonly marks: readonly string[]
  /** Not part of what a client on this walk would have asked. */
  readonly quiet: boolean
  readonly worst: Severity | null
}

/** A row of the timeline. All rows have the same height. */
export type TimelineRow = GroupRow | ExchangeRow

/** The worst failed finding that points at each exchange. */
export type WorstByExchange = ReadonlyMap<string, Severity>

const ORDER: readonly Severity[] = ['error', 'warning', 'note']

/** Of several severities the worst, or null for none. */
export function worstOf(severities: readonly Severity[]): Severity | null {
  return ORDER.find((severity) => severities.includes(severity)) ?? null
}

/** Finds for each exchange the worst failed finding whose evidence it holds. */
export function toWorst(findings: readonly DocumentFinding[]): WorstByExchange {
  const worst = new Map<string, Severity>()
  for (const finding of findings) {
    if (finding.verdict !== 'fail') continue
    for (const { exchange } of finding.evidence) {
      const known = worst.get(exchange)
      worst.set(exchange, worstOf(known ? [known, finding.severity] : [finding.severity]) ?? 'note')
    }
  }
  return worst
}

/**
 * All rows of a run: steps in their order, in each its exchanges in the order in which they began.
 * When the walk goes back to an earlier step, as for more scopes, its steps come a second time below.
 */
export function toTimelineRows(document: RunDocument): readonly TimelineRow[] {
  const places: Places = { pageOrigin: originOf(document.config.redirectUri), known: new Map() }
  const worst = toWorst(document.findings)
  return toGroups(document.exchanges).flatMap(({ step, round, members, isLast }) => [
    toGroupRow(document, { step, round, isLast }),
    ...members.flatMap(({ exchange, number }) => {
      const place = placeOf(exchange.request.url, places)
      const row = toExchangeRow({ exchange, number, worst: worst.get(exchange.id) ?? null, place })
      const asked = place.isElsewhere && findReasonsElsewhere(exchange).length > 0
      return asked ? [toPreflightRow(row), row] : [row]
    }),
  ])
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : ''
}

function toGroupRow(
  document: RunDocument,
  { step, round, isLast }: Pick<Group, 'step' | 'round' | 'isLast'>,
): GroupRow {
  const title = document.steps.find((entry) => entry.id === step)?.title ?? step
  const failed = isLast
    ? document.findings.filter((finding) => finding.step === step && finding.verdict === 'fail')
    : []
  return {
    kind: 'group',
    id: `group-${step}-${round}`,
    step,
    title: round === 0 ? title : `${title}, again`,
    errors: failed.filter(({ severity }) => severity === 'error').length,
    warnings: failed.filter(({ severity }) => severity === 'warning').length,
  }
}

type Place = {
  readonly shown: Pick<ExchangeRow, 'host' | 'path' | 'hasQuery'>
  readonly isElsewhere: boolean
}

/** Each address is taken apart once, however often it was asked. */
type Places = { readonly pageOrigin: string; readonly known: Map<string, Place> }

type Drawn = Pick<ExchangeRow, 'exchange' | 'number' | 'worst'> & { readonly place: Place }

function toExchangeRow({ exchange, number, worst, place }: Drawn): ExchangeRow {
  const status = toStatus(exchange.outcome)
  const ended = endedAt(exchange)
  return {
    kind: 'exchange',
    id: exchange.id,
    exchange,
    number,
    method: exchange.request.method,
    to: exchange.to,
    ...place.shown,
    status: status.text,
    statusKind: worst ?? status.kind,
    duration: ended === undefined ? null : ended - exchange.startedAt,
    marks: toMarks(exchange),
    quiet: exchange.diagnostic !== undefined || exchange.ahead?.used === false,
    worst,
  }
}

function toPreflightRow(row: ExchangeRow): ExchangeRow {
  return {
    ...row,
    kind: 'preflight',
    id: `${row.exchange.id}:preflight`,
    number: null,
    method: 'OPTIONS',
    status: '–',
    statusKind: 'plain',
    duration: null,
    marks: ['preflight, inferred'],
    quiet: true,
    worst: null,
  }
}

function placeOf(url: string, { pageOrigin, known }: Places): Place {
  const place = known.get(url) ?? toPlace(url, pageOrigin)
  known.set(url, place)
  return place
}

function toPlace(url: string, pageOrigin: string): Place {
  if (!URL.canParse(url)) {
    return { shown: { host: '', path: url, hasQuery: false }, isElsewhere: false }
  }
  const { host, pathname, search, origin } = new URL(url)
  return {
    shown: { host, path: pathname, hasQuery: search !== '' },
    isElsewhere: origin !== pageOrigin,
  }
}

const DIAGNOSTIC_MARKS = {
  triage: 'triage',
  readable: 'may it be read?',
  probe: 'negative test',
  survey: 'survey',
} as const

function toMarks(exchange: Exchange): readonly string[] {
  const marks: string[] = []
  if (exchange.diagnostic) marks.push(DIAGNOSTIC_MARKS[exchange.diagnostic])
  if (exchange.ahead) marks.push(exchange.ahead.used ? 'ahead' : 'ahead, unused')
  if (exchange.via === 'relay') marks.push('relay')
  return marks
}
