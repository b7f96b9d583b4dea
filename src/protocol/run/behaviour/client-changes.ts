import type { DocumentClient } from '../document.ts'

/** One change of the server, and the clients that would get in after it. */
export type ClientChange = { readonly change: string; readonly names: readonly string[] }

/** Every change that lets somebody in, the one that lets in most first. */
export function toClientChanges(clients: readonly DocumentClient[]): readonly ClientChange[] {
  const changes = new Map<string, string[]>()
  for (const { verdict, flip, name } of clients) {
    if (verdict !== 'fails' || flip === null) continue
    const names = changes.get(flip)
    if (names) names.push(name)
    else changes.set(flip, [name])
  }
  return [...changes]
    .map(([change, names]) => ({ change, names }))
    .toSorted((first, second) => second.names.length - first.names.length)
}
