import type { TOOL_FAULTS } from '../faults/tools.ts'
import { type Expected, NEEDS_PROBE, PROBES, failed, passed, row, unseen, when } from './ending.ts'

export const TOOL_EXPECTED: Expected<keyof typeof TOOL_FAULTS> = {
  'tools-declared-unserved': row(failed('tools', 'TLI-01', 'server')),
  'cursor-loop': row(unseen('the walk leaves the list where a cursor comes again')),
  'cursor-unchecked': row(NEEDS_PROBE, when(PROBES, passed('TLI-03'))),
  'list-without-lifetime': row(passed('TLI-04')),
  'list-negative-lifetime': row(passed('TLI-04')),
  'list-public': row(unseen('a list that needs a token may still be the same for everybody')),
  'list-input-required': row(passed('TLI-05')),
  'tool-header-empty': row(passed('TLI-06')),
  'tool-header-no-token': row(passed('TLI-06')),
  'tool-header-on-object': row(passed('TLI-06')),
  'tool-header-twice': row(passed('TLI-06')),
  'tool-name-invalid': row(passed('TLI-07')),
  'tool-name-twice': row(passed('TLI-07')),
  'tool-schema-null': row(passed('TLI-08')),
  'tool-schema-string': row(passed('TLI-08')),
}
