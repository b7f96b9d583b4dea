import { MCP } from './references/mcp.ts'
import { OAUTH } from './references/oauth.ts'
import type { Reference } from './references/reference.ts'
import { WEB } from './references/web.ts'

/** Every section that a rule or a decision cites: id -> title and address. One entry a citation. */
export const REFERENCES = { ...MCP, ...OAUTH, ...WEB } as const

/** The id of a cited section. */
export type SpecRefId = keyof typeof REFERENCES

/** Title and address of a cited section. */
export function toReference(id: SpecRefId): Reference {
  return REFERENCES[id]
}
