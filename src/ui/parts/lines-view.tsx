import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import type { Stretch } from './difference.ts'
import { type TextLine, toLineText } from './json-lines.ts'
import { MarkedText } from './marked-text.tsx'
import { useRowWindow } from './use-row-window.ts'

const LINE_HEIGHT = 19
const TALLEST = 22

const COLOURS = {
  string: 'text-ink',
  number: 'text-note',
  word: 'text-note',
  bracket: 'text-ink-3',
  raw: 'text-ink',
  remark: 'text-ink-3',
} as const

const MARKS = {
  error: 'bg-error-soft shadow-[inset_2px_0_var(--error)] forced-colors:border-l-4',
  warning: 'bg-warning-soft shadow-[inset_2px_0_var(--warning)] forced-colors:border-l-4',
  note: 'bg-note-soft shadow-[inset_2px_0_var(--note)] forced-colors:border-l-4',
  found: 'bg-accent-soft',
} as const

/** How a line is marked, and where in its string the marked characters are, if that is known. */
export type LineMark = {
  readonly severity: 'error' | 'warning' | 'note'
  readonly stretches: readonly Stretch[] | null
}

type LinesViewProps = {
  readonly label: string
  readonly lines: readonly TextLine[]
  /** Lines that prove a finding. */
  readonly marks: ReadonlyMap<number, LineMark>
  /** The line to bring in sight. */
  readonly target: number | null
  readonly copy: () => string
  /** Stands before the search in the bar. */
  readonly children?: ReactNode
}

/** Lines of fixed height of which only those in sight are drawn, with its own search, since a browser's finds only those. */
export function LinesView({ label, lines, marks, target, copy, children }: LinesViewProps) {
  const [search, setSearch] = useState('')
  const [turn, setTurn] = useState(0)
  const wanted = useDeferredValue(search.toLowerCase())
  const hits = useMemo(() => findHits(lines, wanted), [lines, wanted])
  const hit = hits.length > 0 ? (hits[turn % hits.length] ?? null) : null
  const scroller = useRef<HTMLElement>(null)
  const aimed = useRef<HTMLSpanElement>(null)
  // The pane around may be lower than these lines, so that the line itself has to come into sight.
  useEffect(() => {
    if (target !== null) aimed.current?.scrollIntoView({ block: 'center' })
  }, [target])
  const list = useRowWindow(scroller, {
    count: lines.length,
    rowHeight: LINE_HEIGHT,
    row: hit ?? target,
  })

  function onSearchKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || hits.length === 0) return
    event.preventDefault()
    setTurn((now) => (now + (event.shiftKey ? hits.length - 1 : 1)) % hits.length)
  }
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-1.5">
        {children}
        <span className="ml-auto" />
        {lines.length > 8 && (
          <>
            <input
              type="search"
              aria-label={`Search in: ${label}`}
              placeholder="Search"
              value={search}
              onChange={(event) => {
                setSearch(event.currentTarget.value)
                setTurn(0)
              }}
              onKeyDown={onSearchKey}
              className="border-line bg-surface text-row h-6 w-28 rounded-md border px-2 max-sm:w-16"
            />
            <output className="text-row text-ink-3">
              {wanted !== '' &&
                (hits.length === 0 ? 'none' : `${(turn % hits.length) + 1} of ${hits.length}`)}
            </output>
            {hits.length > 1 && (
              <Button
                kind="quiet"
                className="text-row h-6"
                onClick={() => setTurn((now) => now + 1)}
              >
                Next
              </Button>
            )}
          </>
        )}
        <CopyButton kind="quiet" className="text-row h-6" label="Copy" text={copy} />
      </div>
      <section
        ref={scroller}
        onScroll={list.onScroll}
        aria-label={label}
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="bg-sunken text-row overflow-auto rounded-lg py-2 font-mono"
        style={{ height: Math.min(lines.length, TALLEST) * LINE_HEIGHT + 16 }}
      >
        <div className="relative w-max min-w-full">
          {target !== null && (
            <span
              ref={aimed}
              className="absolute left-0"
              style={{ top: target * LINE_HEIGHT, height: LINE_HEIGHT }}
            />
          )}
          <div style={{ height: list.first * LINE_HEIGHT }} />
          {lines.slice(list.first, list.end).map((line, index) => {
            const at = list.first + index
            const mark = marks.get(at)
            const look = at === hit ? 'found' : mark?.severity
            return (
              <Line key={at} line={line} mark={mark} look={look === undefined ? '' : MARKS[look]} />
            )
          })}
          <div style={{ height: Math.max(0, lines.length - list.end) * LINE_HEIGHT }} />
        </div>
      </section>
    </div>
  )
}

type LineProps = {
  readonly line: TextLine
  readonly mark: LineMark | undefined
  readonly look: string
}

function Line({ line, mark, look }: LineProps) {
  return (
    <div
      className={`px-3 whitespace-pre ${look}`}
      style={{ height: LINE_HEIGHT, lineHeight: `${LINE_HEIGHT}px` }}
    >
      {'  '.repeat(line.depth)}
      {line.key !== null && (
        <>
          <span className="text-issuer">{JSON.stringify(line.key)}</span>
          <span className="text-ink-3">: </span>
        </>
      )}
      <span className={COLOURS[line.kind]}>
        {mark?.stretches ? (
          <>
            "<MarkedText stretches={mark.stretches} tone={mark.severity} />"
          </>
        ) : (
          line.text
        )}
      </span>
      {line.comma && <span className="text-ink-3">,</span>}
    </div>
  )
}

function findHits(lines: readonly TextLine[], wanted: string): readonly number[] {
  if (wanted === '') return []
  return lines.flatMap((line, index) =>
    toLineText(line).toLowerCase().includes(wanted) ? [index] : [],
  )
}
