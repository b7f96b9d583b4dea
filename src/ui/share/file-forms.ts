import { serializeRun } from '../../protocol/engine.ts'
import {
  type RedactedRun,
  toHar,
  toHtml,
  toIssue,
  toReport,
  toReportedTarget,
} from '../../protocol/reports.ts'

/** One form in which a run can leave the tab as a file. */
export type FileForm = {
  readonly id: string
  readonly label: string
  readonly about: string
  /** How the file's name ends, without the first dot. */
  readonly ending: string
  readonly type: string
  text(run: RedactedRun): string
}

/** The menu of forms. */
export const FILE_FORMS: readonly FileForm[] = [
  {
    id: 'issue',
    label: 'Markdown',
    about: 'For an issue or a message: verdict, findings with their fixes, steps and requests.',
    ending: 'md',
    type: 'text/markdown',
    text: toIssue,
  },
  {
    id: 'run',
    label: 'Run file',
    about: 'The whole run. Dropped on this page it opens as it is here.',
    ending: 'run.json',
    type: 'application/json',
    text: serializeRun,
  },
  {
    id: 'har',
    label: 'HTTP archive',
    about: "All requests and answers, for a browser's own tools and for proxies (HAR 1.2).",
    ending: 'har',
    type: 'application/json',
    text: toHar,
  },
  {
    id: 'html',
    label: 'HTML page',
    about: 'A report in one file, for people without this page. It loads nothing.',
    ending: 'html',
    type: 'text/html',
    text: (run) => toHtml(reportOf(run)),
  },
]

function reportOf(run: RedactedRun) {
  const milliseconds = run.endedAt - run.startedAt
  const target = toReportedTarget(run, {
    name: nameOf(run),
    differences: [],
    problem: null,
    hint: null,
    milliseconds,
    known: [],
    baseline: null,
    file: null,
    files: [],
    expectedRules: [],
  })
  const { app, startedAt } = run
  return toReport({ app, startedAt, milliseconds, targets: [target], notRun: [] })
}

/** What a file about a run is called, without its ending. */
export function nameOf({ config }: RedactedRun): string {
  const host = URL.canParse(config.server) ? new URL(config.server).host : 'server'
  return host.replaceAll(/[^\w.-]/g, '-')
}
