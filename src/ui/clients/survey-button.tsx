import type { RunDocument } from '../../protocol/index.ts'
import type { Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'

type SurveyButtonProps = { readonly controls: Controls; readonly document: RunDocument }

/** Asks for what a forecast lacks, once a run and where the walk is this tab's own. */
export function SurveyButton({ controls, document }: SurveyButtonProps) {
  const ended = controls.usePhase() === 'ended'
  const live = controls.useIsLive()
  const isAsking = document.exchanges.some(
    ({ diagnostic, outcome }) => diagnostic === 'survey' && outcome.kind === 'pending',
  )
  if (!ended || !live) return null
  if (isAsking) return <span className="text-ink-3 ml-3">Asking…</span>
  if (document.config.also.includes('survey')) return null
  return (
    <Button
      kind="quiet"
      className="-my-1.5 ml-1"
      title="Up to 12 requests: GET, HEAD and initialize. What the walk has shown stays."
      onClick={() => controls.survey()}
    >
      Ask what they would ask
    </Button>
  )
}
