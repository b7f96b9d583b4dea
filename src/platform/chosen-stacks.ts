const KEY = 'flow:stacks'
/** Somebody may run one product for the MCP server, one in front of it and one as the authorization server. */
const MOST = 6

const listeners = new Set<() => void>()

/** Calls back when the choice changes. Gives what ends that. */
export function onStacksChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The ids of the products that a person has chosen, the last first, with a space between two. */
export function readStacks(): string {
  return localStorage.getItem(KEY) ?? ''
}

/** Remembers a choice; of the others that were offered beside it, none stays chosen. */
export function keepStack(chosen: string | null, offered: readonly string[]): void {
  const others = readStacks()
    .split(' ')
    .filter((id) => id !== '' && !offered.includes(id))
  const kept = chosen === null ? others : [chosen, ...others]
  localStorage.setItem(KEY, kept.slice(0, MOST).join(' '))
  for (const listener of listeners) listener()
}
