import type { Rule } from '../../run/rule.ts'
import { badCursorIsRefused } from '../tli/bad-cursor-is-refused.ts'
import { declaredToolsAreListed } from '../tli/declared-tools-are-listed.ts'
import { inputSchemasAreObjects } from '../tli/input-schemas-are-objects.ts'
import { listAsksNothing } from '../tli/list-asks-nothing.ts'
import { listSaysHowLongItHolds } from '../tli/list-says-how-long-it-holds.ts'
import { mirroredHeadersAreValid } from '../tli/mirrored-headers-are-valid.ts'
import { toolNamesArePlain } from '../tli/tool-names-are-plain.ts'

/** The rules of this family, in the order of their codes. */
export const TLI: readonly Rule[] = [
  declaredToolsAreListed,
  badCursorIsRefused,
  listSaysHowLongItHolds,
  listAsksNothing,
  mirroredHeadersAreValid,
  toolNamesArePlain,
  inputSchemasAreObjects,
]
