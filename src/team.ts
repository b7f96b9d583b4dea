import { readBeside } from './platform/beside.ts'
import { pageAddress } from './platform/page.ts'
import type { Team } from './state/team-file.ts'

/** What `config.json` beside the page says; null when there is none, or when it says nothing. */
export async function findTeam(): Promise<Team | null> {
  const base = pageAddress()
  const text = (await readBeside(new URL('config.json', base).href)) ?? '{}'
  if (/^\s*\{\s*\}\s*$/.test(text)) return null
  const { parseTeamFile } = await import('./state/team-file.ts')
  return parseTeamFile(text, base)
}
