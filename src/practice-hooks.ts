import { useQuery } from '@tanstack/react-query'
import { APP, type Page, configOf, portsAt } from './page.ts'
import { findLocalPractice } from './platform/page.ts'
import { grantConsent, listWorlds, practiceAddress } from './practice.ts'
import { useStore } from './state/use-store.ts'
import type { Practised, PracticeServer } from './ui/controls.ts'

/** The gallery is on the start screen only, so only that loads it. Null until it is there. */
export function usePracticeServers(page: Page): readonly PracticeServer[] | null {
  const enabled = useStore(page.run.store, ({ phase }) => phase === 'idle')
  const { data, isError } = useQuery({
    queryKey: ['practice'],
    queryFn: practiceServers,
    enabled,
  })
  return data ?? (isError ? LOCAL : null)
}

const LOCAL: readonly PracticeServer[] = findLocalPractice().map((server, index) => ({
  id: `local-${index}`,
  title: 'Practice server on this machine',
  description: 'Healthy in both eras, on a loopback port: over real HTTP, with the relay at hand.',
  server,
  kind: 'healthy',
  where: 'local',
}))

async function practiceServers(): Promise<readonly PracticeServer[]> {
  const worlds = await listWorlds()
  return [...LOCAL, ...worlds.map((world) => ({ ...world, where: 'here' }) as const)]
}

/** A practice server walked as a client, in memory and to the end. */
export function usePractised(page: Page, world: string, client: string): Practised {
  const { data, error } = useQuery({
    queryKey: ['practised', world, client],
    queryFn: async () => {
      const [{ engine }, { rehearse }] = await Promise.all([
        page.running(),
        import('./state/rehearse.ts'),
      ])
      const config = configOf({ address: practiceAddress(world), config: { client }, secrets: {} })
      const stage = { engine, ports: portsAt(config.server), app: APP, consent: grantConsent }
      return rehearse(stage, config)
    },
  })
  if (error) return { kind: 'failed', says: error.message }
  return data ? { kind: 'walked', document: data } : WALKING
}

const WALKING = { kind: 'walking' } as const
