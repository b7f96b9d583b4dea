import type { RunDocument } from '../run/document.ts'
import { compareRulings, rulingsOf } from './broken-rules.ts'
import type { Difference } from './difference.ts'
import { compareForetold, foretoldOf } from './foretold.ts'
import { compareGrants, grantsOf } from './grants.ts'
import { compareEnds, endOf } from './outcome.ts'
import { compareRequests, requestsOf } from './requests.ts'
import { compareSettings, settingsOf } from './settings.ts'
import { compareStepStates, sharedSteps, stepStatesOf } from './step-states.ts'
import { compareTools, toolsOf } from './tools.ts'

/** What a run comes to: a few kilobytes, without all that differs between two runs of the same server. */
export type Essence = ReturnType<typeof essenceOf>

/** Takes out of a run what can be compared with another: no times, ids, nonces, ports or ways. */
export function essenceOf(document: RunDocument) {
  return {
    settings: settingsOf(document),
    end: endOf(document),
    steps: stepStatesOf(document),
    rulings: rulingsOf(document),
    requests: requestsOf(document),
    grants: grantsOf(document),
    tools: toolsOf(document),
    clients: foretoldOf(document),
  }
}

/** Compares what two runs come to. What only one of them came to is told by its steps, and not again in detail. */
export function compareEssences(before: Essence, after: Essence): readonly Difference[] {
  const shared = sharedSteps(before.steps, after.steps)
  return [
    ...compareSettings(before.settings, after.settings),
    ...compareEnds(before.end, after.end),
    ...compareRulings(before.rulings, after.rulings),
    ...compareStepStates(before.steps, after.steps),
    ...compareGrants(before.grants, after.grants),
    ...compareRequests(before.requests, after.requests, shared),
    ...(isListed(before) && isListed(after) ? compareTools(before.tools, after.tools) : []),
    ...compareForetold(before.clients, after.clients),
  ]
}

function isListed({ steps }: Essence): boolean {
  return steps.get('tools') === 'passed'
}
