import { type Exchange, STEP_IDS, type StepId } from '../../protocol/index.ts'

/** One exchange and its number in the order of beginning. */
export type Member = { readonly exchange: Exchange; readonly number: number }

/** The exchanges of one step in one round of the walk. */
export type Group = {
  readonly step: StepId
  /** 0 the first time that this step is walked, then 1, 2 ... */
  readonly round: number
  readonly members: readonly Member[]
  /** Whether this is the last time that this step is walked. */
  readonly isLast: boolean
}

type Draft = { readonly step: StepId; readonly members: Member[] }

/** Groups exchanges by step. A round ends when the walk itself goes back to an earlier step. */
export function toGroups(exchanges: readonly Exchange[]): readonly Group[] {
  const rounds: Map<StepId, Draft>[] = [new Map()]
  let furthest = 0
  exchanges.forEach((exchange, index) => {
    const { step } = exchange
    const at = STEP_IDS.indexOf(step)
    // What is asked ahead or to find something out comes out of turn and says nothing of where the walk is.
    if (exchange.ahead === undefined && exchange.diagnostic === undefined) {
      if (at < furthest) rounds.push(new Map())
      furthest = at
    }
    const round = rounds.at(-1)
    const group = round?.get(step) ?? { step, members: [] }
    round?.set(step, group)
    group.members.push({ exchange, number: index + 1 })
  })
  return number(rounds.flatMap(inOrder))
}

function inOrder(round: ReadonlyMap<StepId, Draft>): readonly Draft[] {
  return STEP_IDS.flatMap((step) => round.get(step) ?? [])
}

function number(drafts: readonly Draft[]): readonly Group[] {
  const rounds = new Map<StepId, number>()
  const last = new Map(drafts.map(({ step }, index) => [step, index]))
  return drafts.map(({ step, members }, index) => {
    const round = rounds.get(step) ?? 0
    rounds.set(step, round + 1)
    return { step, members, round, isLast: last.get(step) === index }
  })
}
