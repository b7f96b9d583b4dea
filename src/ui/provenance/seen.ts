import { type Exchange, type JsonObject, parseJsonObject } from '../../protocol/index.ts'
import type { RunDocument, StepId } from '../../protocol/index.ts'

/** The walk's own exchanges of a step, without what was made to find something out. */
export function exchangesOf({ exchanges }: RunDocument, step: StepId): readonly Exchange[] {
  return exchanges.filter((each) => each.step === step && each.diagnostic === undefined)
}

/** What an exchange was answered with, when that is a JSON object. */
export function answerIn({ outcome }: Exchange): JsonObject | undefined {
  return outcome.kind === 'response' ? parseJsonObject(outcome.body.text) : undefined
}

/** The last answer of a step that is a document with this member. */
export function findDocument(
  document: RunDocument,
  step: StepId,
  member: string,
): { readonly exchange: Exchange; readonly body: JsonObject } | undefined {
  for (const exchange of exchangesOf(document, step).toReversed()) {
    const body = answerIn(exchange)
    if (body?.[member] !== undefined) return { exchange, body }
  }
  return undefined
}

/** The parameters of an address, or of a form that was posted. */
export function parametersOf({ request }: Exchange): URLSearchParams {
  if (request.method === 'POST') return new URLSearchParams(request.body?.text ?? '')
  return URL.canParse(request.url) ? new URL(request.url).searchParams : new URLSearchParams()
}

/** The texts in a value: the value itself, or the members of a list. */
export function textsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((each) => typeof each === 'string')
}
