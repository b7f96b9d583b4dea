import * as v from 'valibot'
import { isJsonObject, parseJson } from '../http/json.ts'
import { sayIssue } from '../run/say-issue.ts'
import {
  PUBLISHED_INDEX,
  PUBLISHED_RUN,
  type PublishedIndex,
  type PublishedRun,
} from './index-schema.ts'

/** An index as read. `newer`: a later version of this program wrote it, and nothing is wrong with it. */
export type IndexReading =
  | { readonly kind: 'index'; readonly index: PublishedIndex }
  | { readonly kind: 'newer' | 'damaged'; readonly says: string }

const VERSION = 1

/** Reads the text of `index.json` in a folder of published runs. Never throws. */
export function readIndex(text: string): IndexReading {
  const reading = parseJson(text)
  if (reading.kind === 'not-json') return damaged(`It is no JSON: ${reading.message}`)
  if (!isJsonObject(reading.value)) return damaged('It is JSON, but no object.')
  const { format, version } = reading.value
  if (format !== 'mcp-flow-runs') {
    return damaged('It has no member "format" with the value "mcp-flow-runs".')
  }
  if (typeof version === 'number' && version > VERSION) {
    return {
      kind: 'newer',
      says: `It is version ${version}; this program reads up to version ${VERSION}.`,
    }
  }
  const checked = v.safeParse(PUBLISHED_INDEX, reading.value, { abortEarly: true })
  return checked.success
    ? { kind: 'index', index: checked.output }
    : damaged(sayIssue(checked.issues[0]))
}

/** Reads what one run's own folder says of it; undefined when that is damaged. */
export function readEntry(text: string): PublishedRun | undefined {
  const reading = parseJson(text)
  if (reading.kind === 'not-json') return undefined
  const checked = v.safeParse(PUBLISHED_RUN, reading.value)
  return checked.success ? checked.output : undefined
}

function damaged(says: string): IndexReading {
  return { kind: 'damaged', says }
}
