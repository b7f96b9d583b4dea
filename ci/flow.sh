#!/bin/sh
# Walks the MCP servers of a targets file, and leaves the reports where a CI system finds them.
#   MCP_FLOW_TARGETS  the targets file (targets.json)
#   MCP_FLOW_OUT      the folder for the reports (mcp-flow)
#   MCP_FLOW          what starts the runner (npx --no -- mcp-flow-debugger flow)
# Further arguments go to the runner. Exit code: 0 all as expected, 1 a server failed or differs, 2 wrong usage,
# 3 the runner could not work.
set -eu
exec ${MCP_FLOW:-npx --no -- mcp-flow-debugger flow} \
  --targets "${MCP_FLOW_TARGETS:-targets.json}" --out "${MCP_FLOW_OUT:-mcp-flow}" "$@"
