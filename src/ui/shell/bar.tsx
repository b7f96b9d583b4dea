import { Suspense, lazy, useId, useState } from 'react'
import type { RunDocument } from '../../protocol/index.ts'
import type { RedactedRun } from '../../protocol/reports.ts'
import type { Controls, Refusal } from '../controls.ts'
import { AddressInput, AddressSaid, LaunchButtons } from '../launch/address-form.tsx'
import { Picks } from '../launch/picks.tsx'
import { countSettings } from '../launch/settings-changes.ts'
import { useLaunch } from '../launch/use-launch.ts'
import { Button } from '../parts/button.tsx'
import { MarkIcon, SlidersIcon } from '../parts/icons.tsx'
import { OpenFileButton } from './open-file-button.tsx'
import { ThemeButton } from './theme-button.tsx'

const SettingsDialog = lazy(async () => ({
  default: (await import('./settings-dialog.tsx')).SettingsDialog,
}))

const ShareDialog = lazy(async () => ({
  default: (await import('../share/share-dialog.tsx')).ShareDialog,
}))

const ChooseRun = lazy(async () => ({
  default: (await import('../compare/choose-run.tsx')).ChooseRun,
}))

type BarProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly onRefused: (refusal: Refusal) => void
}

/** What to walk and how, above a run. */
export function Bar({ controls, document, onRefused }: BarProps) {
  const launch = useLaunch(controls, onRefused)
  const [open, setOpen] = useState(false)
  const [shared, setShared] = useState<RedactedRun | null>(null)
  const share = () => setShared(controls.redacted())
  const [comparing, setComparing] = useState(false)
  const { selected } = controls.useView()
  const changed = countSettings(controls.useDraft())
  const running = controls.usePhase() === 'running'
  const saidId = useId()
  const { problem, warnings, notes } = launch.said
  return (
    <header className="border-line bg-surface border-b">
      <div className="flex min-h-13 flex-wrap items-center gap-2 px-3.5 py-2">
        <Button
          kind="icon"
          aria-label="Back to the start"
          title="Back to the start"
          onClick={controls.leaveRun}
        >
          <MarkIcon />
        </Button>
        <form
          noValidate
          onSubmit={launch.onSubmit}
          className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
        >
          <div className="flex min-w-50 flex-1 max-sm:min-w-32 lg:max-w-140">
            <AddressInput launch={launch} size="bar" saidId={saidId} />
          </div>
          <div className="flex flex-wrap gap-2 max-xl:hidden">
            <Picks controls={controls} />
          </div>
          <LaunchButtons size="bar" disabled={running} />
        </form>
        <Button
          kind="icon"
          className={changed > 0 ? 'w-auto px-2' : ''}
          aria-label={`Settings${changed > 0 ? `, ${changed} set` : ''}`}
          title="Settings"
          onClick={() => setOpen(true)}
        >
          <SlidersIcon />
          {changed > 0 && <span className="text-row">{changed}</span>}
        </Button>
        <span className="flex items-center gap-1 max-md:hidden">
          <OpenFileButton controls={controls} onRefused={onRefused} />
          <Button onClick={() => setComparing(true)}>Compare</Button>
          <Button onClick={controls.saveFile}>Save</Button>
          <Button onClick={share}>Share</Button>
          <ThemeButton controls={controls} />
        </span>
      </div>
      {(problem !== null || warnings.length + notes.length > 0) && (
        <div className="px-3.5 pb-2 pl-14">
          <AddressSaid said={launch.said} id={saidId} />
        </div>
      )}
      {open && (
        <Suspense>
          <SettingsDialog
            controls={controls}
            onRefused={onRefused}
            onShare={share}
            onCompare={() => setComparing(true)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
      {comparing && (
        <Suspense>
          <ChooseRun controls={controls} document={document} onClose={() => setComparing(false)} />
        </Suspense>
      )}
      {shared !== null && (
        <Suspense>
          <ShareDialog
            run={shared}
            at={selected?.split(':')[0] ?? null}
            onClose={() => setShared(null)}
          />
        </Suspense>
      )}
    </header>
  )
}
