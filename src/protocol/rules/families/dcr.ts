import type { Rule } from '../../run/rule.ts'
import { acceptsThisClient } from '../dcr/accepts-this-client.ts'
import { answers201 } from '../dcr/answers-201.ts'
import { endpointAnswers } from '../dcr/endpoint-answers.ts'
import { keepsTheRedirectUri } from '../dcr/keeps-the-redirect-uri.ts'
import { notTheOnlyWay } from '../dcr/not-the-only-way.ts'
import { proxyAsksForEachClient } from '../dcr/proxy-asks-for-each-client.ts'
import { refusesWithJson } from '../dcr/refuses-with-json.ts'
import { registrationIsOpen } from '../dcr/registration-is-open.ts'
import { secretTellsItsEnd } from '../dcr/secret-tells-its-end.ts'
import { staysPublic } from '../dcr/stays-public.ts'
import { takesJson } from '../dcr/takes-json.ts'

/** The rules of this family, in the order of their codes. */
export const DCR: readonly Rule[] = [
  takesJson,
  answers201,
  secretTellsItsEnd,
  refusesWithJson,
  staysPublic,
  endpointAnswers,
  keepsTheRedirectUri,
  notTheOnlyWay,
  proxyAsksForEachClient,
  registrationIsOpen,
  acceptsThisClient,
]
