import type { Controls } from '../controls.ts'

/** One sentence when the chosen transport needs a relay and none answers. */
export function TransportNote({ controls }: { controls: Controls }) {
  const relay = controls.useRelay()
  const team = controls.useTeam()
  const { config } = controls.useDraft()
  if (relay.kind !== 'absent' || config.transport !== 'relay') return null
  return (
    <output className="text-row text-warning">
      {relay.address === null
        ? team?.relay
          ? "Your team's relay has to know you: enter your token below."
          : 'This page knows no relay. npm start serves the page with one; one that npm run relay starts is entered under Advanced.'
        : relay.says}
    </output>
  )
}
