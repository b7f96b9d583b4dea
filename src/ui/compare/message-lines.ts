import { type Body, type Exchange, type HeaderList, mediaType } from '../../protocol/index.ts'
import { toBodyLines } from '../exchange/body-lines.ts'
import { toLineText } from '../parts/json-lines.ts'
import { toStatusSentence } from '../timeline/status.ts'

/** A line of a request or an answer. `like`: lines of that name stand beside each other, whatever their text. */
export type MessageLine = {
  readonly text: string
  readonly like: string
  /** Its value is another one in each run, and that means nothing. */
  readonly varies: boolean
}

/** Headers whose values say when and where an answer was made, not what it is. */
const VARYING =
  /^(?:age|cf-ray|content-length|date|etag|expires|last-modified|server-timing|set-cookie|traceparent|.*-request-id|.*-trace-id)$/i

/** A request and its answer, a line each thing: what two exchanges are compared by. */
export function toMessageLines({ request, outcome }: Exchange): readonly MessageLine[] {
  return [
    plain(`${request.method} ${request.url}`, 'request'),
    ...toHeaderLines(request.headers, 'request'),
    ...(request.body ? toTextLines(request.body, request.headers, 'request') : []),
    ...(outcome.kind === 'response'
      ? [
          plain(String(outcome.status), 'status'),
          ...toHeaderLines(outcome.headers, 'answer'),
          ...toTextLines(outcome.body, outcome.headers, 'answer'),
        ]
      : [plain(toStatusSentence(outcome), 'status')]),
  ]
}

function plain(text: string, like: string): MessageLine {
  return { text, like, varies: false }
}

type Side = 'request' | 'answer'

function toHeaderLines(headers: HeaderList, side: Side): readonly MessageLine[] {
  return headers.map(([name, value]) => ({
    text: `${name}: ${value}`,
    like: `${side} header ${name.toLowerCase()}`,
    varies: VARYING.test(name),
  }))
}

function toTextLines(body: Body, headers: HeaderList, side: Side): readonly MessageLine[] {
  if (body.text === '') return []
  return toBodyLines(body, mediaType(headers)).lines.map((line) => {
    const text = `${'  '.repeat(line.depth)}${toLineText(line)}`
    return plain(text, `${side} body ${line.pointer ?? text}`)
  })
}
