export const ASM_WHY = {
  'ASM-01':
    'Nothing else tells a client where to send the person and where to trade the code. Without the document a client has to guess paths, and most give up.',
  'ASM-02':
    'A client parses what it gets. A catch-all page that answers 200 with HTML looks like success to whoever wrote the server and like rubble to every client.',
  'ASM-03':
    'A client remembers this string and compares everything later with it. Were another name accepted, a hostile host could pass its own endpoints off as those of an authorization server that people trust.',
  'ASM-05':
    'The issuer is a name that is compared character by character and that tokens carry. A query or a fragment gets lost on the way, and plain http lets anyone on the network rewrite the document.',
  'ASM-06':
    'A missing endpoint cannot be guessed in later revisions, so that the walk ends before the person sees anything. Strict libraries also refuse a document without response_types_supported as a whole.',
  'ASM-07':
    'A client that checks the list before it starts never sends the person off when code is missing, although the server may well support it.',
  'ASM-08':
    'Clients believe the list: one that leaves the grant out keeps them away, and one that still offers the password grant invites programs to ask people for passwords.',
  'ASM-09':
    'A client cannot see whether PKCE is honoured, so it is told to refuse servers that do not say so. Without this one member conforming clients stop, even when PKCE works.',
  'ASM-10':
    'With the method plain the verifier travels in the first request, where whoever reads it can redeem the code. Clients that insist on S256 go no further.',
  'ASM-11':
    'Codes, tokens and secrets go to these addresses. Over http anyone on the way can take them, and a fragment is dropped before the request leaves.',
  'ASM-12':
    'Client ID metadata documents let any client connect without a registration that has to be kept for ever. Newer clients look for this first.',
  'ASM-13':
    'In these revisions a client that nobody entered by hand has no other way in. People who add the server to their client see nothing but a failure.',
  'ASM-14':
    'A general client meets thousands of servers and cannot be entered at each one by hand. When there is no way to register, the person has to bring a client id, and most clients have no field for it.',
  'ASM-16':
    'Left out, the list means client_secret_basic alone. A client without a secret, such as a page or a desktop program, then believes that it is not wanted.',
  'ASM-18':
    'Some clients read this document with an OpenID library, which rejects it when a required member is missing, even though MCP would not need that member.',
  'ASM-19':
    'Which of the two documents a client reads depends on its library. When they differ, one client connects and the other does not, and the owner cannot see why.',
  'ASM-20':
    'Clients of 2025-03-26 drop the path and ask the origin of the MCP endpoint, nowhere else. When the metadata is not there they fall back to guessed paths.',
  'ASM-24':
    'A string where a list belongs passes in one language and throws in another. Typed clients reject the whole document for it.',
  'ASM-30':
    'When someone removes a connector, the client can only forget its tokens. Without revocation they stay good until they expire, wherever they were copied to.',
}
