import { register } from 'node:module'

/** The parser imports its grammar without saying that it is JSON, which only bundlers bear. */
const AS_JSON = `export async function resolve(name, context, next) {
  const found = await next(name, context)
  return found.url.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found
}`

/** Reads a file of GitHub Actions, and gives what is wrong in it. */
export type Grammar = (content: string) => readonly string[]

/** GitHub's own parser for workflows and for actions. */
export async function loadGrammar(): Promise<{ workflow: Grammar; action: Grammar }> {
  register(`data:text/javascript,${encodeURIComponent(AS_JSON)}`)
  const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')
  const { parseAction } = await import('@actions/workflow-parser/actions/index')
  const trace = new NoOperationTraceWriter()
  const errorsOf = (read: typeof parseAction, name: string) => (content: string) =>
    read({ name, content }, trace)
      .context.errors.getErrors()
      .map(({ message }) => message)
  return {
    workflow: errorsOf(parseWorkflow, 'workflow.yml'),
    action: errorsOf(parseAction, 'action.yml'),
  }
}
