import { Suspense, lazy, useId, useState } from 'react'
import type { Controls, Refusal } from '../controls.ts'
import { MarkIcon } from '../parts/icons.tsx'
import { ThemeButton } from '../shell/theme-button.tsx'
import { AddressInput, AddressSaid, LaunchButtons } from './address-form.tsx'
import { LazyAdvanced } from './lazy-advanced.tsx'
import { Picks } from './picks.tsx'
import { countSettings } from './settings-changes.ts'
import { ToTry } from './to-try.tsx'
import { TransportNote } from './transport-note.tsx'
import { useLaunch } from './use-launch.ts'

const TeamHeader = lazy(async () => ({
  default: (await import('../team/team-header.tsx')).TeamHeader,
}))
const TeamServers = lazy(async () => ({
  default: (await import('../team/team-servers.tsx')).TeamServers,
}))

type StartScreenProps = {
  readonly controls: Controls
  readonly onRefused: (refusal: Refusal) => void
}

/** The empty page: one field, what steers the walk, and something to try it on. */
export function StartScreen({ controls, onRefused }: StartScreenProps) {
  const launch = useLaunch(controls, onRefused)
  const servers = controls.usePracticeServers()
  const team = controls.useTeam()
  const draft = controls.useDraft()
  const saidId = useId()
  const [opened, setOpened] = useState(false)
  const changed = countSettings(draft)
  return (
    <div data-screen="start" className="flex min-h-dvh flex-col">
      <header className="flex min-h-13 items-center justify-end gap-4 px-3.5">
        <Suspense>{team !== null && <TeamHeader team={team} />}</Suspense>
        <ThemeButton controls={controls} />
      </header>
      <main className="mx-auto flex w-full max-w-190 flex-1 flex-col gap-8 px-5 pt-[8vh] pb-12">
        <div className="flex flex-col gap-2">
          <h1 className="max-sm:text-verdict flex items-center gap-3 text-start font-semibold tracking-tight">
            <MarkIcon size={30} />
            MCP Flow Debugger
          </h1>
          <p className="text-ink-2 max-w-[64ch]">
            Paste the address of an OAuth-protected MCP server. This browser walks to its tools,
            shows every request, and says what is wrong. Nothing is sent anywhere but to the servers
            under test.
          </p>
        </div>
        <form noValidate onSubmit={launch.onSubmit} className="flex flex-col gap-3">
          <div className="flex gap-2 max-sm:flex-wrap">
            <AddressInput launch={launch} size="large" saidId={saidId} />
            <LaunchButtons size="large" />
          </div>
          <AddressSaid said={launch.said} id={saidId} />
          {launch.address.trim() === '' && launch.fallback !== null && (
            <p className="text-row text-ink-3">
              Enter walks the practice server at {launch.fallback}. A claude mcp add line, JSON or
              cURL will do too.
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Picks controls={controls} />
          </div>
          <TransportNote controls={controls} />
          <details className="group" onToggle={() => setOpened(true)}>
            <summary className="text-ink-2 hover:text-ink inline-flex h-8 items-center gap-2 rounded-lg">
              <span aria-hidden="true" className="transition-transform group-open:rotate-90">
                ▸
              </span>
              <span>Advanced</span>
              {changed > 0 && <span className="text-row text-ink-3">{changed} set</span>}
            </summary>
            <div className="pt-3">{opened && <LazyAdvanced controls={controls} />}</div>
          </details>
        </form>
        <Suspense>{team !== null && <TeamServers controls={controls} team={team} />}</Suspense>
        {/* All at once: what came in pieces would push away what somebody is about to press. */}
        {servers !== null && (
          <ToTry
            controls={controls}
            servers={servers}
            onWalk={({ server }) => launch.launch(server, 'run')}
            onRefused={onRefused}
          />
        )}
      </main>
    </div>
  )
}
