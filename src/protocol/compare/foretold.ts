import type { DocumentClient, RunDocument } from '../run/document.ts'
import { type Difference, shown } from './difference.ts'

/** What is foretold of each client, by its id. */
export type Foretold = ReadonlyMap<
  string,
  Pick<DocumentClient, 'name' | 'verdict' | 'step' | 'why'>
>

export function foretoldOf({ clients }: RunDocument): Foretold {
  return new Map(
    clients.map(({ id, name, verdict, step, why }) => [id, { name, verdict, step, why }]),
  )
}

/** Clients that get in and did not, or the other way round. Only of those that both runs know. */
export function compareForetold(before: Foretold, after: Foretold): readonly Difference[] {
  return [...after].flatMap(([id, { name, verdict, step, why }]) => {
    const was = before.get(id)?.verdict
    if (was === undefined || was === verdict) return []
    const says = `${name} ${SAID[was].before} before and ${SAID[verdict].now} now: ${shown(why)}`
    return [{ kind: 'client', step, subject: id, before: was, after: verdict, says } as const]
  })
}

const SAID = {
  works: { before: 'got in', now: 'gets in' },
  fails: { before: 'did not get in', now: 'does not get in' },
  unknown: { before: 'was unknown', now: 'is unknown' },
} as const
