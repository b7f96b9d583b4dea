import type { Controls, Refusal } from '../controls.ts'
import { LazyAdvanced } from '../launch/lazy-advanced.tsx'
import { Picks } from '../launch/picks.tsx'
import { TransportNote } from '../launch/transport-note.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { OpenFileButton } from './open-file-button.tsx'
import { ThemeButton } from './theme-button.tsx'

type SettingsDialogProps = {
  readonly controls: Controls
  readonly onRefused: (refusal: Refusal) => void
  readonly onShare: () => void
  readonly onCompare: () => void
  readonly onClose: () => void
}

/** How the next run goes; where the bar is narrow, also what can be done with this one. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { controls, onRefused, onShare, onCompare, onClose } = props
  const instead = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog title="Settings of the next run" onClose={onClose}>
      <div className="flex flex-col gap-6 p-4">
        <div className="flex flex-wrap gap-2">
          <Picks controls={controls} />
        </div>
        <TransportNote controls={controls} />
        <LazyAdvanced controls={controls} />
        <div className="border-line flex flex-wrap gap-2 border-t pt-4 md:hidden">
          <OpenFileButton controls={controls} onRefused={onRefused} />
          <Button onClick={controls.saveFile}>Save this run</Button>
          <Button onClick={instead(onShare)}>Share this run</Button>
          <Button onClick={instead(onCompare)}>Compare this run</Button>
          <ThemeButton controls={controls} />
        </div>
      </div>
    </Dialog>
  )
}
