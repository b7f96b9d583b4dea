import { useMemo } from 'react'
import type { TextLine } from '../parts/json-lines.ts'
import { LinesView } from '../parts/lines-view.tsx'

const UNMARKED = new Map<number, never>()

/** Exactly the text that leaves. */
export function Preview({ label, text }: { label: string; text: string }) {
  const lines = useMemo(() => text.split('\n').map(toTextLine), [text])
  return (
    <LinesView label={label} lines={lines} marks={UNMARKED} target={null} copy={() => text}>
      <h3 className="text-row text-ink-2 font-medium">What leaves</h3>
    </LinesView>
  )
}

function toTextLine(text: string): TextLine {
  return { depth: 0, pointer: null, key: null, text, kind: 'raw', comma: false }
}
