import { describe, expect, test } from 'vitest'
import { buildWholeDocument } from '../run/build-whole-document.ts'
import { parseRun } from '../run/file.ts'
import { toLinkText } from './link.ts'
import { redactRun } from './redact.ts'

describe('the text of a link', () => {
  test('is a run file on one line', () => {
    const run = redactRun(buildWholeDocument())
    const text = toLinkText(run)
    expect(text).not.toContain('\n')
    const reading = parseRun(text)
    expect(reading.kind === 'run' && reading.document.exchanges).toEqual(run.exchanges)
  })

  test('leaves out the rules that did not apply, and no other', () => {
    const whole = buildWholeDocument()
    const [finding] = whole.findings
    if (!finding) throw new Error('The document for tests has no finding')
    const verdicts = ['pass', 'fail', 'cannot-tell', 'not-applicable'] as const
    const findings = verdicts.map((verdict) => ({ ...finding, verdict }))
    const { findings: kept } = JSON.parse(toLinkText(redactRun({ ...whole, findings })))
    expect(kept).toHaveLength(3)
    expect(kept).not.toContainEqual(expect.objectContaining({ verdict: 'not-applicable' }))
  })
})
