import { fileURLToPath } from 'node:url'
import { RULES } from '../../protocol/engine.ts'
import { CODES } from './codes.ts'
import { findDuties } from './duties.ts'
import type { Sources } from './rule-table.ts'
import { WITHOUT_RULE } from './without-rule.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Where the table is kept. */
export const TABLE_FILE = `${root}src/protocol/rules/README.md`

/** What the repository says now. */
export function readSources(): Sources {
  return { codes: CODES, rules: RULES, duties: findDuties(root), without: WITHOUT_RULE }
}
