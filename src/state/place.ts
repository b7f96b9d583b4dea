import { createStore } from 'zustand/vanilla'

/** One run of a folder of published runs: the folder of that run, and its document in it. */
export type RunAddress = `${string}/${string}`

/**
 * What of a folder of published runs is on screen. `runs` is the folder's address as somebody wrote it; null when the
 * page shows something else. With `run` alone that run is open, with `beside` as well the two are compared.
 */
export type Place = {
  readonly runs: string | null
  readonly run: RunAddress | null
  readonly beside: RunAddress | null
}

export const NO_PLACE: Place = { runs: null, run: null, beside: null }

export function createPlaceStore(first: Place) {
  return createStore<Place>(() => first)
}

/** Reads the query of the page's address: `?runs=runs/&run=ID/FILE&beside=ID/FILE`. */
export function readPlace(search: string): Place {
  const query = new URLSearchParams(search)
  const runs = query.get('runs')
  if (runs === null) return NO_PLACE
  const run = toRunAddress(query.get('run'))
  return { runs, run, beside: run === null ? null : toRunAddress(query.get('beside')) }
}

/** The query that `readPlace` reads back. */
export function writePlace({ runs, run, beside }: Place): string {
  const query = new URLSearchParams()
  if (runs !== null) query.set('runs', runs)
  if (run !== null) query.set('run', run)
  if (beside !== null) query.set('beside', beside)
  // A slash and a colon say nothing in a query, and a person can read them.
  return `?${query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':')}`
}

/** The address of the index of the folder that is meant, or undefined when it is no http or https address. */
export function findIndexAddress(runs: string, base: string): string | undefined {
  if (!URL.canParse(runs, base)) return undefined
  const url = new URL(runs, base)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return undefined
  }
  return url.pathname.endsWith('.json') ? url.href : new URL('index.json', toFolder(url)).href
}

/** Two plain names: nothing that leads out of the folder. */
function toRunAddress(text: string | null): RunAddress | null {
  const found = /^([\p{L}\p{N}_][\p{L}\p{N}._-]*)\/([\p{L}\p{N}_][\p{L}\p{N}._-]*)$/u.exec(
    text ?? '',
  )
  return found ? `${found[1]}/${found[2]}` : null
}

function toFolder(url: URL): string {
  return url.pathname.endsWith('/') ? url.href : `${url.origin}${url.pathname}/`
}
