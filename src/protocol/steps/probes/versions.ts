import { answerOf } from '../../http/exchange.ts'
import { readRpcAnswer } from '../../http/json-rpc.ts'
import { objectMember } from '../../http/json.ts'
import type { SessionFact } from '../../run/facts.ts'
import { initializeAsk } from '../mcp/mcp-request.ts'
import { listAsk, withHeader, withParams } from './mcp-ask.ts'
import { type Probing, aboutAid } from './probing.ts'

const VERSION_HEADER = 'MCP-Protocol-Version'
const VERSION_MEMBER = 'io.modelcontextprotocol/protocolVersion'

/** Later than any revision: an earlier date would be taken for one of the `initialize` era. */
const UNBORN = '2999-12-31'
/** Earlier than any revision. */
const ANCIENT = '1900-01-01'

/** Versions that nobody speaks, none, and two at once. */
export function probeVersions(probing: Probing, session: SessionFact): Promise<void> {
  return session.era === 'modern' ? inModern(probing, session) : inLegacy(probing, session)
}

async function inLegacy(probing: Probing, session: SessionFact): Promise<void> {
  const { context } = probing
  const right = listAsk(context, session)
  if (session.version >= '2025-06-18') {
    await probing.send('legacy-version', withHeader(right, VERSION_HEADER, ANCIENT))
    await probing.send('no-version', withHeader(right, VERSION_HEADER, undefined))
  } else {
    const why = `${session.version} knows no version header`
    probing.leave(why, 'legacy-version', 'no-version')
  }
  const initialize = withParams(initializeAsk(context, aboutAid('own-session')), (params) => ({
    ...params,
    protocolVersion: ANCIENT,
  }))
  await probing.send('old-initialize', initialize)
}

async function inModern(probing: Probing, session: SessionFact): Promise<void> {
  const { context } = probing
  const right = listAsk(context, session)
  const unborn = withParams(right, (params) => ({
    ...params,
    _meta: { ...objectMember(params, '_meta'), [VERSION_MEMBER]: UNBORN },
  }))
  await probing.send('modern-version', withHeader(unborn, VERSION_HEADER, UNBORN))
  await probing.send('other-version-header', unborn)
  const initialize = initializeAsk(context, aboutAid('own-session'), ['2025-11-25'])
  const answer = answerOf(await probing.send('legacy-initialize', initialize))
  if (answer && readRpcAnswer(answer, 'initialize-1').kind === 'error') {
    await probing.send('no-version', withHeader(right, VERSION_HEADER, undefined))
  } else {
    const why = 'a server that also serves earlier revisions may take a request without a version'
    probing.leave(why, 'no-version')
  }
}
