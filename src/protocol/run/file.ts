import * as v from 'valibot'
import { type JsonObject, isJsonObject, parseJson } from '../http/json.ts'
import { SAVED_RUN } from './document-schema.ts'
import type { RunDocument } from './document.ts'
import { sayIssue, shorten } from './say-issue.ts'

/** A file as read: a run, or one sentence that says why it is none. */
export type FileReading =
  | { readonly kind: 'run'; readonly document: RunDocument }
  | { readonly kind: 'refused'; readonly says: string }

/** Makes the next version of a saved run from the previous one. */
export type Upgrade = (previous: JsonObject) => JsonObject

/** One for each version but the newest, oldest first: the first makes version 2 of version 1. None is ever removed. */
const UPGRADES: readonly Upgrade[] = []

/** Reads a run file, of this version or an older one. Never throws. */
export function parseRun(text: string): FileReading {
  const reading = parseJson(text)
  if (reading.kind === 'not-json') return refuse(`This file is no JSON: ${reading.message}`)
  if (!isJsonObject(reading.value)) return refuse('This file is JSON, but no object.')
  const { format } = reading.value
  if (format !== 'mcp-flow-run') return refuse(sayForeign(reading.value))
  const upgraded = upgradeRun(reading.value, UPGRADES)
  if (upgraded.kind === 'refused') return upgraded
  const checked = v.safeParse(SAVED_RUN, upgraded.value, { abortEarly: true })
  if (checked.success) return { kind: 'run', document: checked.output }
  return refuse(`This run file is damaged. ${sayIssue(checked.issues[0])}`)
}

/** Brings a saved run to the version after the last upgrade, or says why that cannot be. */
export function upgradeRun(
  saved: JsonObject,
  upgrades: readonly Upgrade[],
):
  | { readonly kind: 'upgraded'; readonly value: JsonObject }
  | Extract<FileReading, { kind: 'refused' }> {
  const { version } = saved
  const newest = upgrades.length + 1
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse(
      `This file names the version ${show(version)}; a version is a whole number from 1.`,
    )
  }
  if (version > newest) {
    return refuse(`This file is version ${version}; this page reads up to version ${newest}.`)
  }
  const missing = upgrades.slice(version - 1)
  return { kind: 'upgraded', value: missing.reduce((value, upgrade) => upgrade(value), saved) }
}

function refuse(says: string): Extract<FileReading, { kind: 'refused' }> {
  return { kind: 'refused', says }
}

function sayForeign(value: JsonObject): string {
  if (value.format !== undefined) {
    return `This file has the format ${show(value.format)}; a run file has "mcp-flow-run".`
  }
  const log = isJsonObject(value.log) && Array.isArray(value.log.entries)
  const hint = log ? ' It looks like a HAR file.' : ''
  return `This file is JSON, but no run: it has no member "format".${hint}`
}

function show(value: unknown): string {
  return shorten(JSON.stringify(value) ?? 'of nothing')
}
