import { NO_PLACE, writePlace } from '../../state/place.ts'
import type { Team } from '../controls.ts'

const LINK = 'text-row text-accent inline-flex min-h-6 items-center hover:underline'

/** Whose page this is, and the team's own links. */
export function TeamHeader({ team }: { readonly team: Team }) {
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4">
      {team.title !== '' && <span className="truncate font-medium">{team.title}</span>}
      {team.runs !== null && (
        <a href={writePlace({ ...NO_PLACE, runs: team.runs })} className={LINK}>
          Wall of runs
        </a>
      )}
      {team.links.map(({ title, url }) => (
        <a key={url} href={url} target="_blank" rel="noreferrer" className={LINK}>
          {title}
        </a>
      ))}
    </div>
  )
}
