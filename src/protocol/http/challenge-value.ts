import { readQuoted } from './challenge-quoted.ts'
import {
  afterSpace,
  excerpt,
  isDelimiter,
  isQuotedParameterAt,
  isToken,
  matchAt,
} from './challenge-text.ts'
import type { ChallengeFault } from './challenge.ts'

/** The value of a parameter as a lenient reader takes it. */
export type ParameterValue = {
  readonly value: string
  readonly quoted: boolean
  readonly to: number
  readonly faults: readonly ChallengeFault[]
}

const RUN = /[^ \t,]+/y

/** Reads the value of the parameter `name` whose equals sign is at `equals`. */
export function readValue(text: string, name: string, equals: number): ParameterValue {
  const at = afterSpace(text, equals + 1)
  const forgotten = at > equals + 1 && isQuotedParameterAt(text, at)
  if (forgotten || at === text.length || text[at] === ',') return missing(name, equals)
  if (text[at] === '"') return { ...readQuoted(text, at), quoted: true }
  const run = matchAt(RUN, text, at).replace(/;+$/, '')
  if (run === '') return missing(name, equals)
  return readSingleQuoted(text, name, at) ?? readRun({ name, run, at })
}

function missing(name: string, equals: number): ParameterValue {
  const fault: ChallengeFault = {
    kind: 'missing-value',
    span: [equals, equals + 1],
    says: `Nothing follows the equals sign of ${excerpt(name)} at column ${equals + 1}.`,
  }
  return { value: '', quoted: false, to: equals + 1, faults: [fault] }
}

function readSingleQuoted(text: string, name: string, at: number): ParameterValue | undefined {
  if (text[at] !== "'") return undefined
  const close = text.indexOf("'", at + 1)
  if (close === -1) return undefined
  const next = text[close + 1]
  if (!isDelimiter(next) && next !== ';') return undefined
  const fault: ChallengeFault = {
    kind: 'single-quotes',
    span: [at, close + 1],
    says: `The value of ${excerpt(name)} is in single quotes; a header knows double quotes only.`,
  }
  return { value: text.slice(at + 1, close), quoted: false, to: close + 1, faults: [fault] }
}

function readRun(read: {
  readonly name: string
  readonly run: string
  readonly at: number
}): ParameterValue {
  const { name, run, at } = read
  const to = at + run.length
  if (isToken(run)) return { value: run, quoted: false, to, faults: [] }
  const fault: ChallengeFault = {
    kind: 'unquoted-value',
    span: [at, to],
    says: `The value of ${excerpt(name)} needs double quotes around it: ${excerpt(run)}`,
  }
  return { value: run, quoted: false, to, faults: [fault] }
}
