import { useMemo, useState } from 'react'
import type { Body, EvidencePlace } from '../../protocol/index.ts'
import type { Mark } from '../findings/evidence.ts'
import { toBytes } from '../parts/duration.ts'
import { LinesView } from '../parts/lines-view.tsx'
import { worstOf } from '../timeline/timeline-rows.ts'
import { toBodyLines, toCutSentence, toRawLines } from './body-lines.ts'
import { EvidenceTarget } from './evidence-target.tsx'
import { lineOf, toLineMarks } from './line-marks.ts'

type BodyViewProps = {
  readonly title: string
  readonly part: 'request-body' | 'response-body'
  readonly body: Body
  readonly type: string | undefined
  readonly marks: readonly Mark[]
  readonly aim: EvidencePlace | null
}

/** A body laid out or as it came, with the lines marked that prove a finding. */
export function BodyView({ title, part, body, type, marks, aim }: BodyViewProps) {
  const [raw, setRaw] = useState(false)
  const pretty = useMemo(() => toBodyLines(body, type), [body, type])
  const lines = useMemo(
    () => (raw ? toRawLines(body.text) : pretty.lines),
    [raw, body.text, pretty],
  )
  const here = useMemo(() => marks.filter(({ at }) => at.part === part), [marks, part])
  const byLine = useMemo(() => toLineMarks(lines, raw ? [] : here), [raw, lines, here])
  const aimed = aim !== null && aim.part === part
  const target = aimed && !raw ? lineOf(lines, aim) : null
  const cut = toCutSentence(body)
  if (body.bytes === 0) {
    return (
      <EvidenceTarget severity={worstOf(here.map(({ finding }) => finding.severity))} aimed={aimed}>
        <p className="text-row text-ink-3">{title}: empty</p>
      </EvidenceTarget>
    )
  }
  return (
    <EvidenceTarget severity={null} aimed={aimed && target === null}>
      <LinesView label={title} lines={lines} marks={byLine} target={target} copy={() => body.text}>
        <h3 className="text-row text-ink-2 font-medium">
          {title} <span className="text-ink-3 font-normal">{toBytes(body.bytes)}</span>
        </h3>
        {pretty.kind !== 'text' && (
          <label className="text-row text-ink-2 flex min-h-6 items-center gap-1.5">
            <input
              type="checkbox"
              checked={raw}
              onChange={(event) => setRaw(event.currentTarget.checked)}
              className="accent-accent"
            />
            Raw
          </label>
        )}
      </LinesView>
      {cut !== null && <p className="text-row text-ink-3 pt-1">{cut}</p>}
    </EvidenceTarget>
  )
}
