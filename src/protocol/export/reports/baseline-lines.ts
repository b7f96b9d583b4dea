import type { ReportedTarget } from './report.ts'

/** What was kept in the baseline. A difference that was not kept is among those of the target. */
export function toBaselineLines({ baseline }: ReportedTarget): readonly string[] {
  if (baseline?.state !== 'kept') return []
  if (baseline.differences.length === 0) return ['kept as the first baseline']
  return [
    'kept as the new baseline, with these differences:',
    ...baseline.differences.map(({ says }) => says),
  ]
}
