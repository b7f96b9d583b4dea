import type { Rule } from '../../run/rule.ts'
import { debuggerDoesItsPart } from '../dbg/debugger-does-its-part.ts'

/** The rules of this family, in the order of their codes. */
export const DBG: readonly Rule[] = [debuggerDoesItsPart]
