import * as v from 'valibot'
import { STEP_IDS } from '../http/exchange.ts'

/*
 * The form of `index.json` in a folder of published runs, version 1. `public/runs.schema.json` says the same for other
 * readers; a test holds the two together.
 */

const text = v.string()
const time = v.pipe(v.number(), v.finite())

/** The name of a file or a folder beside the index: never a path, so that it leads nowhere else. */
const place = v.pipe(text, v.regex(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u))

function list<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.readonly())
}

const target = v.object({
  name: text,
  server: v.nullable(text),
  status: v.picklist(['passed', 'failed', 'stopped', 'not-run']),
  asExpected: v.boolean(),
  step: v.nullable(v.picklist(STEP_IDS)),
  cause: v.nullable(text),
  culprit: v.nullable(v.picklist(['server', 'issuer', 'client', 'browser', 'network', 'person'])),
  summary: v.nullable(text),
  tools: v.pipe(v.number(), v.integer(), v.minValue(0)),
  works: list(text),
  fails: list(text),
  file: v.nullable(place),
})

/** One run of the runner: its folder, when it began, and what came of each target. */
export const PUBLISHED_RUN = v.object({
  id: place,
  startedAt: time,
  app: v.object({ name: text, version: text }),
  targets: list(target),
})

/** The whole index, oldest run first. */
export const PUBLISHED_INDEX = v.object({
  format: v.literal('mcp-flow-runs'),
  version: v.literal(1),
  runs: list(PUBLISHED_RUN),
})

export type PublishedTarget = Readonly<v.InferOutput<typeof target>>
export type PublishedRun = Readonly<v.InferOutput<typeof PUBLISHED_RUN>>
export type PublishedIndex = Readonly<v.InferOutput<typeof PUBLISHED_INDEX>>
