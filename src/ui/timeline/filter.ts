import type { ExchangeRow, TimelineRow } from './timeline-rows.ts'

type Term = { readonly key: string; readonly value: string; readonly wanted: boolean }

/** The keys that a filter term may have, with what they look at. */
export const FILTER_KEYS = ['status', 'host', 'step', 'method', 'to', 'via', 'has'] as const

/** Splits a filter into terms: `status:4xx -method:options words`. */
export function parseFilter(text: string): readonly Term[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-')
    .map((word) => {
      const wanted = !word.startsWith('-')
      const bare = wanted ? word : word.slice(1)
      const colon = bare.indexOf(':')
      const key = bare.slice(0, Math.max(0, colon))
      return FILTER_KEYS.some((known) => known === key)
        ? { key, value: bare.slice(colon + 1), wanted }
        : { key: '', value: bare, wanted }
    })
}

/** Rows that meet every term; a step's line stays while one of its exchanges does. */
export function filterRows(rows: readonly TimelineRow[], text: string): readonly TimelineRow[] {
  const terms = parseFilter(text)
  if (terms.length === 0) return rows
  const kept: TimelineRow[] = []
  let group: TimelineRow | null = null
  for (const row of rows) {
    if (row.kind === 'group') group = row
    else if (terms.every((term) => meets(row, term) === term.wanted)) {
      if (group) kept.push(group)
      group = null
      kept.push(row)
    }
  }
  return kept
}

function meets(row: ExchangeRow, { key, value }: Term): boolean {
  switch (key) {
    case 'status':
      return meetsStatus(row.status, value)
    case 'host':
      return row.host.toLowerCase().includes(value)
    case 'step':
      return row.exchange.step.startsWith(value)
    case 'method':
      return row.method.toLowerCase().startsWith(value)
    case 'to':
      return PARTY_WORDS[row.to].some((word) => word.startsWith(value))
    case 'via':
      return row.exchange.via.startsWith(value)
    case 'has':
      return meetsHas(row, value)
    default:
      return `${row.exchange.purpose} ${row.exchange.request.url}`.toLowerCase().includes(value)
  }
}

const PARTY_WORDS = {
  server: ['server', 'mcp'],
  issuer: ['issuer', 'as'],
  page: ['page'],
} as const

function meetsStatus(status: string, value: string): boolean {
  if (/^\dxx$/.test(value)) return /^\d{3}$/.test(status) && status[0] === value[0]
  return status.startsWith(value)
}

function meetsHas(row: ExchangeRow, value: string): boolean {
  if (value === 'finding') return row.worst !== null
  return value !== '' && row.worst === value
}
