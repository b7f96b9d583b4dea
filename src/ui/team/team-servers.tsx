import type { Controls, Team, TeamPreset, TeamServer } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { TeamRelay } from './team-relay.tsx'

type TeamServersProps = {
  readonly controls: Controls
  readonly team: Team
}

/** What the team that hosts this page offers: its presets, and its servers, one press each. */
export function TeamServers({ controls, team }: TeamServersProps) {
  const walk = ({ server, config }: TeamServer) => {
    controls.setDraft({ address: server, config: { ...config, server } })
    controls.run()
  }
  return (
    <section aria-label="Your team" className="flex flex-col gap-4">
      <Problems problems={team.problems} />
      {team.relay !== null && <TeamRelay controls={controls} address={team.relay} />}
      <Presets presets={team.presets} onPick={({ config }) => controls.setDraft({ config })} />
      {team.servers.length > 0 && (
        <div>
          <h2 className="text-row text-ink-3 pb-1 font-medium">Your team's servers</h2>
          <ul className="-mx-3 grid sm:grid-cols-2">
            {team.servers.map((server) => (
              <li key={`${server.name} ${server.server}`}>
                <button
                  type="button"
                  onClick={() => walk(server)}
                  className="hover:bg-surface flex h-full w-full min-w-0 flex-col rounded-lg px-3 py-2 text-left"
                >
                  <span className="font-medium">{server.name}</span>
                  <span className="text-row text-ink-2 max-w-full truncate font-mono">
                    {server.server}
                  </span>
                  {server.about !== '' && (
                    <span className="text-row text-ink-2">{server.about}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <ul className="border-line bg-warning-soft text-warning rounded-lg border px-3 py-2">
      {problems.map((problem) => (
        <li key={problem} className="text-row wrap-anywhere">
          {problem}
        </li>
      ))}
    </ul>
  )
}

type PresetsProps = {
  readonly presets: readonly TeamPreset[]
  readonly onPick: (preset: TeamPreset) => void
}

function Presets({ presets, onPick }: PresetsProps) {
  if (presets.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 className="text-row text-ink-3 font-medium">Presets</h2>
      {presets.map((preset) => (
        <Button key={preset.name} onClick={() => onPick(preset)}>
          {preset.name}
        </Button>
      ))}
    </div>
  )
}
