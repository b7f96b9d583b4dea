import type { Exchange, HeaderList } from '../../protocol/index.ts'
import { toStatusSentence } from '../timeline/status.ts'

/** Request and answer as HTTP-like text. The version of HTTP is not shown: a page does not learn it. */
export function toRawText(exchange: Exchange): string {
  const { request, outcome } = exchange
  const asked = [
    `${request.method} ${request.url}`,
    ...toHeaderLines(request.headers),
    '',
    ...(request.body ? [request.body.text, ''] : []),
  ]
  const answered =
    outcome.kind === 'response'
      ? [String(outcome.status), ...toHeaderLines(outcome.headers), '', outcome.body.text]
      : [`(${toStatusSentence(outcome)})`]
  return [...asked, ...answered].join('\n')
}

function toHeaderLines(headers: HeaderList): readonly string[] {
  return headers.map(([name, value]) => `${name}: ${value}`)
}
