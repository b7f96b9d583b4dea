import type { ExchangeId } from '../../http/exchange.ts'
import type { RpcForm } from '../../http/json-rpc.ts'
import { type JsonObject, isJsonArray, isJsonObject } from '../../http/json.ts'
import type { Run } from '../../run/run.ts'
import { callsIn } from '../trn/rpc-calls.ts'

/** One page of tools/list as it came. */
export type ListedPage = {
  readonly exchange: ExchangeId
  readonly result: JsonObject
  readonly form: RpcForm
}

/** One tool as it came, with the page and the place that show it. */
export type ListedTool = {
  readonly tool: JsonObject
  readonly page: ListedPage
  readonly index: number
}

/** Every page of tools/list that was answered with a result. */
export function listedPages(run: Run): readonly ListedPage[] {
  return callsIn(run).flatMap(({ method, rpc, exchange }) =>
    method === 'tools/list' && rpc.kind === 'result'
      ? [{ exchange: exchange.id, result: rpc.result, form: rpc.form }]
      : [],
  )
}

/** Every tool of the last walk through the list: pages that were asked for twice count once. */
export function listedTools(run: Run): readonly ListedTool[] {
  const used = new Set(run.facts.tools?.exchanges)
  return listedPages(run)
    .filter(({ exchange }) => used.has(exchange))
    .flatMap((page) => {
      const tools = page.result['tools']
      if (!isJsonArray(tools)) return []
      return tools.flatMap((tool, index) => (isJsonObject(tool) ? [{ tool, page, index }] : []))
    })
}

/** Where a tool stands in its page, as a JSON Pointer; in an event stream there is none. */
export function placeOf({ page, index }: ListedTool, member: string): string | undefined {
  return page.form === 'object' ? `/result/tools/${index}/${member}` : undefined
}
