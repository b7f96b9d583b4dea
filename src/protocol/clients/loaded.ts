import type { ClientProfile } from '../run/client.ts'
import type { Habit, Remark } from '../run/step.ts'
import { CLIENTS } from './index.ts'
import { spec } from './spec.ts'

/** A client that a walk can be walked as, and what the run is to say of it first. */
export type LoadedClient = {
  readonly profile: ClientProfile
  readonly remarks: readonly Remark[]
  /** Where it goes on alone on the wire. */
  readonly habit?: Habit
}

const loaded = new Map<string, LoadedClient>([[spec.id, { profile: spec, remarks: [] }]])

/** Loads a client's profile, once; undefined when there is no such client. */
export async function loadClient(id: string): Promise<LoadedClient | undefined> {
  if (!loaded.has(id) && CLIENTS.some((client) => client.id === id)) {
    const { PROFILES, followingPosts, remarksOf } = await import('./profiles.ts')
    for (const profile of PROFILES) {
      if (profile === spec) continue
      const habit = profile.differs.followsPosts === true ? { habit: followingPosts } : {}
      loaded.set(profile.id, { profile, remarks: remarksOf(profile), ...habit })
    }
  }
  return loaded.get(id)
}

/** The profile of that id as far as it is loaded; else the specification's. */
export function profileOf(id: string): ClientProfile {
  return loaded.get(id)?.profile ?? spec
}
