import { type Report, toReport } from './report.ts'

/** One report of runs that were one: they began with the first and were over with the last. */
export function mergeReports([first, ...others]: readonly [Report, ...Report[]]): Report {
  const all = [first, ...others]
  const startedAt = Math.min(...all.map((report) => report.startedAt))
  const ended = Math.max(...all.map((report) => report.startedAt + report.milliseconds))
  return toReport({
    app: first.app,
    startedAt,
    milliseconds: ended - startedAt,
    targets: all.flatMap(({ targets }) => targets),
    notRun: all.flatMap(({ notRun }) => notRun),
  })
}
