import type { Clock, Log } from '../log-entry.ts'
import type { RelayRefusal } from '../wire.ts'
import type { Admission, Admitted } from './admission.ts'
import type { Caller, Knock, Recognise } from './guard.ts'
import { checkRequest } from './guard.ts'

/** What every call to one relay has in common. */
export type Office = {
  readonly recognise: Recognise
  readonly admission: Admission
  readonly log: Log
  readonly now: Clock
}

export type Entrance =
  | { readonly kind: 'in'; readonly caller: Caller; readonly admitted: Admitted }
  | { readonly kind: 'refused'; readonly person: string | null; readonly refusal: RelayRefusal }

/** Who has no name shares one bucket. */
const NAMELESS = ''

/** Lets a caller in who has a token and has not used up what is due to her. */
export async function admit(knock: Knock, office: Office): Promise<Entrance> {
  const checked = await checkRequest(knock, office.recognise)
  if (checked.kind === 'refused') return { ...checked, person: null }
  const { caller } = checked
  const admitted = office.admission(caller.person ?? NAMELESS)
  if (admitted.kind === 'refused') return { ...admitted, person: caller.person }
  return { kind: 'in', caller, admitted }
}
