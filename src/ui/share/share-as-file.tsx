import { useMemo } from 'react'
import { downloadText } from '../../platform/download.ts'
import type { RedactedRun } from '../../protocol/reports.ts'
import { Button } from '../parts/button.tsx'
import { type FileForm, nameOf } from './file-forms.ts'
import { Preview } from './preview.tsx'
import { saySize } from './size-words.ts'

/** One file: what it is for, its size, and every line of it. */
export function ShareAsFile({ run, form }: { run: RedactedRun; form: FileForm }) {
  const text = useMemo(() => form.text(run), [form, run])
  const name = `${nameOf(run)}.${form.ending}`
  const size = useMemo(() => saySize(new Blob([text]).size), [text])
  return (
    <>
      <p>{form.about}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" onClick={() => downloadText(name, text, form.type)}>
          Save the file
        </Button>
        <span className="text-ink-2 min-w-0 wrap-anywhere">
          <code>{name}</code>, {size}
        </span>
      </div>
      <Preview label={`What leaves as ${form.label}`} text={text} />
    </>
  )
}
