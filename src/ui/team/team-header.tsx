import type { Team } from '../controls.ts'

/** Whose page this is, and the team's own links. */
export function TeamHeader({ team }: { readonly team: Team }) {
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4">
      {team.title !== '' && <span className="truncate font-medium">{team.title}</span>}
      {team.links.map(({ title, url }) => (
        <a
          key={url}
          href={url}
          target="_blank"
          rel="noreferrer"
          className="text-row text-accent inline-flex min-h-6 items-center hover:underline"
        >
          {title}
        </a>
      ))}
    </div>
  )
}
