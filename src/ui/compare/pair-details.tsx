import { useMemo, useState } from 'react'
import type { Exchange } from '../../protocol/index.ts'
import { findDifference } from '../parts/difference.ts'
import { ChevronIcon } from '../parts/icons.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { Tag } from '../parts/tag.tsx'
import { toStatus } from '../timeline/status.ts'
import type { ExchangePair } from './compared-steps.ts'
import { type DiffRow, isChanged, toDiffRows } from './diff-rows.ts'
import { toMessageLines } from './message-lines.ts'

/** A request in both runs: how each was answered, and when it is opened where the two differ. */
export function PairDetails({ pair }: { readonly pair: ExchangePair }) {
  const [open, setOpen] = useState(false)
  const { request, before, after } = pair
  const rows = useMemo(() => toRows(before, after), [before, after])
  const changed = isChanged(rows)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} className="group min-w-0">
      <summary className="hover:bg-sunken flex min-h-8 flex-wrap items-center gap-x-3 px-3 py-1">
        <span className="text-ink-3 -rotate-90 transition-transform group-open:rotate-0">
          <ChevronIcon />
        </span>
        <span className="text-row min-w-0 flex-1 basis-60 truncate font-mono" title={request}>
          {request}
        </span>
        <span className="text-row font-mono whitespace-nowrap">
          {sayStatus(before)} → {sayStatus(after)}
        </span>
        <Tag tone={changed ? 'warning' : 'plain'}>{toWord(pair, changed)}</Tag>
      </summary>
      {open && <Rows rows={rows} alone={before === null || after === null} />}
    </details>
  )
}

function toRows(before: Exchange | null, after: Exchange | null): readonly DiffRow[] {
  return toDiffRows(before ? toMessageLines(before) : [], after ? toMessageLines(after) : [])
}

function toWord({ before, after }: ExchangePair, changed: boolean): string {
  if (before === null) return 'only now'
  if (after === null) return 'only before'
  return changed ? 'differs' : 'alike'
}

function sayStatus(exchange: Exchange | null): string {
  return exchange ? toStatus(exchange.outcome).text : 'not asked'
}

type RowsProps = { readonly rows: readonly DiffRow[]; readonly alone: boolean }

function Rows({ rows, alone }: RowsProps) {
  return (
    <div className="border-line text-row border-t px-3 py-2 font-mono">
      {rows.map((row, index) => {
        switch (row.kind) {
          case 'alike':
            return <Alike key={index} lines={row.lines} />
          case 'changed':
            return alone ? (
              <Line key={index}>{row.before ?? row.after ?? ''}</Line>
            ) : (
              <Changed key={index} before={row.before} after={row.after} />
            )
          case 'cut':
            return (
              <p key={index} className="text-ink-3 py-1 font-sans">
                {row.lines} more lines differ.
              </p>
            )
        }
      })}
    </div>
  )
}

/** A few lines that are alike give the place; many are folded. */
const FEW = 4

function Alike({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length <= FEW) return lines.map((line, index) => <Line key={index}>{line}</Line>)
  const [first = ''] = lines
  return (
    <>
      <Line>{first}</Line>
      <p className="text-ink-3 py-0.5 font-sans">{lines.length - 2} lines alike</p>
      <Line>{lines.at(-1) ?? ''}</Line>
    </>
  )
}

function Line({ children }: { readonly children: string }) {
  return <p className="text-ink-2 wrap-anywhere whitespace-pre-wrap">{children}</p>
}

type ChangedProps = { readonly before: string | null; readonly after: string | null }

function Changed({ before, after }: ChangedProps) {
  // What only one of them has needs no mark on its characters.
  const { left, right } = findDifference(before ?? after ?? '', after ?? before ?? '')
  return (
    <div className="grid grid-cols-2 gap-x-4 py-0.5 max-md:grid-cols-1">
      <p className="bg-error-soft min-w-0 rounded-xs px-1">
        <span className="sr-only">Before: </span>
        {before === null ? <Nothing /> : <MarkedText stretches={left} tone="error" />}
      </p>
      <p className="bg-note-soft min-w-0 rounded-xs px-1">
        <span className="sr-only">Now: </span>
        {after === null ? <Nothing /> : <MarkedText stretches={right} tone="note" />}
      </p>
    </div>
  )
}

function Nothing() {
  return <span className="text-ink-3 font-sans">not there</span>
}
