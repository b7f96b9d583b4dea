import type { RequestListener } from 'node:http'
import { listenOnLoopback } from '../../src/cli/local/loopback.ts'

/** A server that had to know its address before it could be made. */
export type LateListener = {
  readonly origin: string
  answerWith(listener: RequestListener): void
  close(): Promise<void>
}

/** Takes a free port, which is never one of those that browsers refuse: systems hand out high ones. */
export async function listenLate(): Promise<LateListener> {
  let listener: RequestListener = (_, response) => response.writeHead(503).end()
  const server = await listenOnLoopback((request, response) => listener(request, response), 0)
  return {
    origin: `http://localhost:${server.port}`,
    answerWith: (given) => {
      listener = given
    },
    close: server.close,
  }
}
