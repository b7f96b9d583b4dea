import { createParser } from 'eventsource-parser'

/** One event of a stream. `type` is undefined where the server named none, which means `message`. */
export type StreamEvent = { readonly type?: string; readonly data: string }

/** An event stream as far as it was received. */
export type StreamReading = {
  readonly events: readonly StreamEvent[]
  readonly comments: readonly string[]
}

/**
 * Reads the text of an event stream (HTML standard, "Server-sent events"). An event at the very end that lacks its
 * blank line is read too: some servers close the connection right after it.
 */
export function readEventStream(text: string): StreamReading {
  const events: StreamEvent[] = []
  const comments: string[] = []
  const parser = createParser({
    onEvent: ({ event, data }) =>
      events.push({ ...(event !== undefined && { type: event }), data }),
    onComment: (comment) => comments.push(comment),
  })
  parser.feed(text)
  parser.feed('\n\n')
  return { events, comments }
}
