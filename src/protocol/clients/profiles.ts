import type { ClientProfile } from '../run/client.ts'
import { chatgpt202509 } from './chatgpt-2025-09.ts'
import { chatgpt202511 } from './chatgpt-2025-11.ts'
import { chatgptCurrent } from './chatgpt-current.ts'
import { claudeAi } from './claude-ai.ts'
import { claudeCode } from './claude-code.ts'
import { cline } from './cline.ts'
import { codexCli } from './codex-cli.ts'
import { cursor } from './cursor.ts'
import { fastmcpClient } from './fastmcp-client.ts'
import { geminiCli } from './gemini-cli.ts'
import { goose } from './goose.ts'
import { mcpCsharpSdk } from './mcp-csharp-sdk.ts'
import { mcpGoSdk } from './mcp-go-sdk.ts'
import { mcpInspector } from './mcp-inspector.ts'
import { mcpPythonSdkV2 } from './mcp-python-sdk-v2.ts'
import { mcpRemote } from './mcp-remote.ts'
import { mcpRustSdk } from './mcp-rust-sdk.ts'
import { mcpTsSdkV1 } from './mcp-ts-sdk-v1.ts'
import { mcpTsSdkV2 } from './mcp-ts-sdk-v2.ts'
import { spec } from './spec.ts'
import { vscode } from './vscode.ts'
import { zed } from './zed.ts'

export { followingPosts } from '../run/behaviour/redirects.ts'
export { FIELD_WORDS, remarksOf } from './remarks.ts'

/** All profiles, in the order of `CLIENTS`. Loaded when a walk or a forecast needs more than the specification's. */
export const PROFILES: readonly ClientProfile[] = [
  spec,
  chatgpt202509,
  chatgpt202511,
  chatgptCurrent,
  codexCli,
  claudeAi,
  claudeCode,
  vscode,
  cursor,
  geminiCli,
  goose,
  zed,
  mcpTsSdkV2,
  mcpTsSdkV1,
  mcpInspector,
  mcpRemote,
  cline,
  mcpPythonSdkV2,
  fastmcpClient,
  mcpRustSdk,
  mcpGoSdk,
  mcpCsharpSdk,
]
