import { APP, configOf, portsAt } from './page.ts'
import { GALLERY } from './practice-gallery.ts'
import { DOMAIN, grantConsent } from './practice.ts'
import { type Engine, redactedOf } from './run-end.ts'
import { findPractice } from './sandbox/by-name.ts'
import { addressOf, hintOf } from './sandbox/showing-address.ts'
import { type Showing, UNSHOWN, showingsOf } from './sandbox/showings.ts'
import { readAddress } from './state/draft.ts'
import { rehearse } from './state/rehearse.ts'
import type { PracticePages } from './ui/controls.ts'

/** Milliseconds that a request of a walk in memory is waited for: nobody looks on for longer. */
const PATIENCE = 1_500

/** The secret of the client that the practice servers know by hand. */
const SECRETS = { clientSecret: 'practice-secret' }

/** What the pages about rules and practice servers need of the sandbox. */
export function practicePagesOf(engine: Engine): PracticePages {
  return {
    gallery: GALLERY,
    showingsOf: (rule) => ({ servers: showingsOf(rule).map(tell), why: UNSHOWN[rule] ?? null }),
    async rehearse(address) {
      const { draft } = readAddress(address)
      const stage = { engine, ports: portsAt(draft.address), app: APP, consent: grantConsent }
      const config = { ...configOf(draft), timeout: PATIENCE }
      return redactedOf(engine, await rehearse(stage, config, SECRETS))
    },
  }
}

function tell(showing: Showing): ReturnType<PracticePages['showingsOf']>['servers'][number] {
  return {
    name: showing.server,
    title: findPractice(showing.server)?.title ?? 'A name at which nobody answers',
    address: addressOf(showing, DOMAIN),
    hint: hintOf(showing),
  }
}
