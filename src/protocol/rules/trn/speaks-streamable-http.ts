import type { Rule } from '../../run/rule.ts'
import { inBody, inStatus } from '../evidence.ts'
import { errorOf, findAnswered, walked } from '../record.ts'
import { PASS, fail, notReached } from '../verdict.ts'

export const speaksStreamableHttp: Rule = {
  id: 'TRN-20',
  name: 'speaks-streamable-http',
  title: 'The server speaks Streamable HTTP',
  level: 'must',
  spec: ['mcp-transport-2025-11-25', 'mcp-transport-2026-07-28'],
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    const step = (['challenge', 'session'] as const).find(
      (each) => errorOf(run, each)?.code === 'not-streamable-http',
    )
    const error = step && errorOf(run, step)
    if (!step || !error) {
      return run.facts.challenge ? PASS : notReached('an answer of the MCP endpoint')
    }
    const stream = walked(run, step).findLast(({ request }) => request.method === 'GET')
    const post = findAnswered(run, error.exchange) ?? findAnswered(run, stream?.id)
    if (post === undefined) return notReached('an answer of the MCP endpoint')
    return fail({
      says: `${run.config.server} speaks the HTTP+SSE transport of 2024-11-05: POST was answered with ${post.answer.status}, and GET opens a stream whose first event is endpoint; later revisions replaced it by Streamable HTTP.`,
      fix: 'Serve Streamable HTTP at one address: POST for messages, answered as JSON or as an event stream.',
      evidence: [inStatus(post.exchange.id), ...(stream ? [inBody(stream.id)] : [])],
    })
  },
}
