/** What pages need of an MCP endpoint: the methods and headers of the transport, and the headers that they have to see. */
export const METHODS = ['GET', 'POST', 'DELETE', 'OPTIONS']
export const REQUEST_HEADERS = [
  'Authorization',
  'Content-Type',
  'MCP-Protocol-Version',
  'Mcp-Session-Id',
  'Mcp-Method',
  'Mcp-Name',
  'Last-Event-ID',
]
export const EXPOSED_HEADERS = ['WWW-Authenticate', 'Mcp-Session-Id']
/** How long a browser may remember a preflight, in seconds: the longest that Chromium takes. */
export const MAXIMUM_AGE = 7200
