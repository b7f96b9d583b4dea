import { objectMember } from '../../http/json.ts'
import { xMcpHeaders } from '../../http/param-headers.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notApplicable, notReached } from '../verdict.ts'
import { listedTools, placeOf } from './listed-pages.ts'

export const mirroredHeadersAreValid: Rule = {
  id: 'TLI-06',
  name: 'mirrored-headers-are-valid',
  title: 'x-mcp-header of a tool is valid, or clients drop the tool',
  level: 'must',
  spec: ['mcp-transport-2026-07-28'],
  since: '2026-07-28',
  step: 'tools',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern') {
      return notApplicable('The server is not spoken to as 2026-07-28')
    }
    const tools = listedTools(run)
    if (run.facts.tools === undefined) return notReached('tools/list')
    for (const listed of tools) {
      const inputSchema = objectMember(listed.tool, 'inputSchema')
      const [invalid] = inputSchema ? xMcpHeaders({ inputSchema }, {}).invalid : []
      if (invalid === undefined) continue
      const place = placeOf(listed, 'inputSchema')
      return fail({
        says: `A client must drop a tool with an invalid x-mcp-header; in the tool ${shownJson(listed.tool['name'])}: ${invalid.says}`,
        fix: 'Give x-mcp-header a header name of its own, on a property of type string, integer or boolean.',
        evidence: [
          inBody(listed.page.exchange, place === undefined ? undefined : `${place}${invalid.at}`),
        ],
      })
    }
    return PASS
  },
}
