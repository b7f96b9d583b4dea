import type { Caller, Recognise } from './guard.ts'
import type { Person } from './people.ts'
import { digestOf, isSameDigest, recognise } from './people.ts'

/** Whoever has the secret of this start, without a name. */
export function recogniseSecret(secret: string): Recognise {
  const expected = digestOf(secret)
  const caller: Caller = { person: null }
  return async (token) => {
    return isSameDigest(await digestOf(token), await expected) ? caller : undefined
  }
}

/** The people of a list that may change from one request to the next. */
export function recognisePeople(list: () => Promise<readonly Person[]>): Recognise {
  return async (token) => {
    const person = await recognise(token, await list())
    return person === undefined ? undefined : { person }
  }
}
