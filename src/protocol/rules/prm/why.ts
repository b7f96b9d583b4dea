export const PRM_WHY = {
  'PRM-01':
    'This entry is the one link from the MCP server to whoever signs people in. Without it the walk ends, however well both sides are set up.',
  'PRM-03':
    'Clients parse the document. An HTML page with status 200, from a catch-all route or a login wall, reads as "no metadata" or as a broken one.',
  'PRM-04':
    'A client has to check that the document is about the server it meant to reach. With nothing to compare, it must not use the document.',
  'PRM-05':
    'The resource ends up as the audience of tokens. A relative address or one with a fragment is a name that no two programs write alike.',
  'PRM-06':
    'An empty list can be read as "none allowed" or as "not said". Clients that ask for exactly the listed scopes then ask for nothing.',
  'PRM-07':
    'The comparison keeps a hostile server from borrowing the metadata of an honest one and collecting tokens meant for it. One slash or one other host name, and clients refuse.',
  'PRM-08':
    "A client works out the resource from the address where it found the document. If the document names another one, it might be somebody else's, and is refused.",
  'PRM-09':
    'Clients put the well-known part right after the host. A document below the path of the server is at an address that nobody asks.',
  'PRM-10':
    'Clients that never see the header, such as pages or those that reconnect, look here. When the document is only at the address in the header, they find nothing.',
  'PRM-11':
    'A client builds the address of the metadata from this entry. If the entry is itself the address of a document or an endpoint, what is built leads nowhere.',
  'PRM-12':
    'When the challenge names no scope, this list is what clients ask for. Without it they ask for nothing, and may get a token that opens nothing.',
  'PRM-13':
    'offline_access is between the client and the authorization server. A server that demands it makes every client ask people for lasting access, needed or not.',
  'PRM-14':
    'MCP sends tokens in the Authorization header and nowhere else. A client that reads that the header is not supported has no way left.',
  'PRM-16':
    'The document tells how to get a token, so nobody has one yet. Behind a login it is out of reach for everyone who needs it.',
  'PRM-17':
    "A client may check that the authorization server knows the resource, so that a stranger's server cannot claim to belong to it. If the list leaves it out, careful clients refuse.",
  'PRM-18':
    'Tokens that are bound to a key or a certificate are more than most clients can make. They get a plain token, and the server refuses it.',
}
