import { objectMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { listedTools, placeOf } from './listed-pages.ts'

export const inputSchemasAreObjects: Rule = {
  id: 'TLI-08',
  name: 'input-schemas-are-objects',
  title: 'Every tool has an input schema of the type object',
  level: 'must',
  spec: ['mcp-tool-2026-07-28'],
  step: 'tools',
  stops: false,
  culprit: 'server',
  check(run) {
    const tools = listedTools(run)
    if (run.facts.tools === undefined) return notReached('tools/list')
    const faulty = tools.find(
      ({ tool }) => objectMember(tool, 'inputSchema')?.['type'] !== 'object',
    )
    if (faulty === undefined) return PASS
    return fail({
      says: `inputSchema must be a schema of the type object; the one of ${shownJson(faulty.tool['name'])} is ${shownJson(faulty.tool['inputSchema'])}.`,
      fix: 'Give the tool an object schema, an empty one when it takes nothing.',
      evidence: [inBody(faulty.page.exchange, placeOf(faulty, 'inputSchema'))],
      paste: {
        title: 'Schema of a tool without arguments',
        text: '"inputSchema": { "type": "object", "additionalProperties": false }',
      },
    })
  },
}
