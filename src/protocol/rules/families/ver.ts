import type { Rule } from '../../run/rule.ts'
import { badVersionHeaderGets400 } from '../ver/bad-version-header-gets-400.ts'
import { discoverIsWhole } from '../ver/discover-is-whole.ts'
import { missingVersionHeaderIsTaken } from '../ver/missing-version-header-is-taken.ts'
import { needsNoHandshake } from '../ver/needs-no-handshake.ts'
import { refusalNamesVersions } from '../ver/refusal-names-versions.ts'
import { unknownVersionIsNotEchoed } from '../ver/unknown-version-is-not-echoed.ts'
import { unsupportedVersionIsExplained } from '../ver/unsupported-version-is-explained.ts'
import { versionIsNegotiated } from '../ver/version-is-negotiated.ts'

/** The rules of this family, in the order of their codes. */
export const VER: readonly Rule[] = [
  versionIsNegotiated,
  badVersionHeaderGets400,
  missingVersionHeaderIsTaken,
  unsupportedVersionIsExplained,
  discoverIsWhole,
  refusalNamesVersions,
  needsNoHandshake,
  unknownVersionIsNotEchoed,
]
