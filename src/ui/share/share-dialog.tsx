import { useState } from 'react'
import type { RedactedRun } from '../../protocol/reports.ts'
import { Dialog } from '../parts/dialog.tsx'
import { TabPanel, Tabs } from '../parts/tabs.tsx'
import { FILE_FORMS } from './file-forms.ts'
import { ShareAsFile } from './share-as-file.tsx'
import { ShareAsLink } from './share-as-link.tsx'

type ShareDialogProps = {
  readonly run: RedactedRun
  /** The exchange that is open, to which a link leads. */
  readonly at: string | null
  readonly onClose: () => void
}

/** The forms in which a run can leave this tab, each with exactly what would leave. */
export function ShareDialog({ run, at, onClose }: ShareDialogProps) {
  const [id, setId] = useState('link')
  const form = FILE_FORMS.find((each) => each.id === id)
  return (
    <Dialog title="Share this run" placement="wide" onClose={onClose}>
      <div className="border-line overflow-x-auto border-b px-2">
        <Tabs
          label="As what"
          name="share"
          items={[{ id: 'link', label: 'Link' }, ...FILE_FORMS]}
          selected={id}
          onSelect={setId}
        />
      </div>
      <TabPanel name="share" selected={id} className="flex flex-col gap-3 p-4">
        {form ? <ShareAsFile run={run} form={form} /> : <ShareAsLink run={run} at={at} />}
        <p className="text-row text-ink-3">
          Made in this tab, and sent nowhere. Tokens, codes and secrets are replaced by names; equal
          ones keep equal names.
        </p>
      </TabPanel>
    </Dialog>
  )
}
