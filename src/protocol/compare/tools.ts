import type { DocumentTool, RunDocument } from '../run/document.ts'
import { type Difference, shown } from './difference.ts'

/** The tools of a run by their names. */
export type Tools = ReadonlyMap<string, DocumentTool>

export function toolsOf({ tools }: RunDocument): Tools {
  return new Map(tools.map((tool) => [tool.name, tool]))
}

/** Tools that came or went, and tools that tell something else of themselves: models act on those words. */
export function compareTools(before: Tools, after: Tools): readonly Difference[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].flatMap((name) => {
    const was = before.get(name)
    const now = after.get(name)
    if (was && now) return compareTool(was, now)
    const [verb, tool] = now ? (['came', now] as const) : (['went', was] as const)
    return tool ? [toArrival(tool, verb)] : []
  })
}

function toArrival({ name, title }: DocumentTool, verb: 'came' | 'went'): Difference {
  const value = title ?? name
  const says =
    verb === 'came'
      ? `The tool ${name} is listed now and was not before.`
      : `The tool ${name} was listed before and is not now.`
  const values = verb === 'came' ? { before: null, after: value } : { before: value, after: null }
  return { kind: 'tool', step: 'tools', subject: name, ...values, says }
}

function compareTool(was: DocumentTool, now: DocumentTool): readonly Difference[] {
  return (['title', 'description'] as const).flatMap((member) => {
    const before = was[member]
    const after = now[member]
    if (before === after) return []
    const says = `The ${member} of the tool ${now.name} was ${quote(before)} before and is ${quote(after)} now.`
    return [{ kind: 'tool', step: 'tools', subject: now.name, before, after, says } as const]
  })
}

function quote(text: string | null): string {
  return text === null ? 'missing' : `"${shown(text)}"`
}
