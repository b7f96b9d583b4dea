import { writeFileSync } from 'node:fs'
import { ruleTable } from './rule-table.ts'
import { TABLE_FILE, readSources } from './sources.ts'

writeFileSync(TABLE_FILE, ruleTable(readSources()))
