import type { Rule } from '../../run/rule.ts'
import { answerHasTheId } from '../trn/answer-has-the-id.ts'
import { answersJsonOrStream } from '../trn/answers-json-or-stream.ts'
import { answersToolsList } from '../trn/answers-tools-list.ts'
import { getIs405 } from '../trn/get-is-405.ts'
import { getOpensAStreamOrIs405 } from '../trn/get-opens-a-stream-or-is-405.ts'
import { notificationGets202 } from '../trn/notification-gets-202.ts'
import { speaksStreamableHttp } from '../trn/speaks-streamable-http.ts'
import { streamCarriesNoRequest } from '../trn/stream-carries-no-request.ts'
import { streamEnds } from '../trn/stream-ends.ts'
import { streamIsNotBuffered } from '../trn/stream-is-not-buffered.ts'
import { wrongAcceptBreaksNothing } from '../trn/wrong-accept-breaks-nothing.ts'

/** The rules of this family, in the order of their codes. */
export const TRN: readonly Rule[] = [
  answersJsonOrStream,
  notificationGets202,
  getOpensAStreamOrIs405,
  getIs405,
  answerHasTheId,
  streamEnds,
  streamCarriesNoRequest,
  streamIsNotBuffered,
  speaksStreamableHttp,
  answersToolsList,
  wrongAcceptBreaksNothing,
]
