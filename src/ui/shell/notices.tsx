import type { Refusal } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { CloseIcon } from '../parts/icons.tsx'
import { useOnline } from './use-media.ts'

/** Sentences above everything: no network, a file that could not be opened. */
export function Notices({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) {
  const online = useOnline()
  return (
    <div aria-live="assertive">
      {!online && (
        <p className="border-line bg-warning-soft text-warning border-b px-4 py-2">
          This browser is offline. Servers on this machine can still be walked.
        </p>
      )}
      {refusal !== null && (
        <div className="border-line bg-error-soft text-error flex items-center gap-3 border-b py-1 pr-2 pl-4">
          <p className="min-w-0 flex-1 wrap-anywhere">{refusal}</p>
          <Button kind="icon" aria-label="Close this message" onClick={onClose}>
            <CloseIcon />
          </Button>
        </div>
      )}
    </div>
  )
}
