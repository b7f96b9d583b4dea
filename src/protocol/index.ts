export type {
  Body,
  Diagnostic,
  Exchange,
  ExchangeId,
  HeaderList,
  NetworkReason,
  Outcome,
  Party,
  ResponseOutcome,
  StepId,
  Via,
  WireRequest,
} from './http/exchange.ts'
export { STEP_IDS, answerOf, endedAt, findHeader, isJsonType, mediaType } from './http/exchange.ts'
export type { Json, JsonObject, JsonReading } from './http/json.ts'
export { isJsonArray, isJsonObject, parseJson, parseJsonObject } from './http/json.ts'
export type {
  AuthorizationBy,
  ClientAuthentication,
  Grant,
  OnDemandStep,
  Pace,
  RunConfig,
  RunSecrets,
  TransportChoice,
} from './run/config.ts'
export { DEFAULT_CONFIG, ON_DEMAND } from './run/config.ts'
export type {
  DocumentClient,
  DocumentDecision,
  DocumentFinding,
  DocumentStep,
  DocumentTool,
  RunDocument,
  RunOutcome,
  RunStatus,
  StepStatus,
  Waiting,
} from './run/document.ts'
export type { AbandonReason, PersonNeed, RunEvent } from './run/events.ts'
export { CLIENTS } from './clients/index.ts'
export { isStale } from './clients/stale.ts'
export { toClientChanges } from './run/behaviour/client-changes.ts'
export type { Ports } from './http/ports.ts'
export type { Culprit, Evidence, EvidencePlace, Paste, Severity } from './run/rule.ts'
export type { Revision, RevisionChoice } from './spec/revisions.ts'
export { REVISIONS, isRevision } from './spec/revisions.ts'
