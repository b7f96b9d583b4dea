export const VER_WHY = {
  'VER-01':
    'Both sides have to speak the same revision. A client that is offered one that does not exist closes the connection.',
  'VER-03':
    'A server that ignores the header answers in a form that the client does not expect. 400 lets it try another version.',
  'VER-04':
    'Clients of 2025-03-26 do not know the header. A server that demands it shuts out every one of them.',
  'VER-06':
    'The list of versions in the error is how a client finds one that both speak. Without it the client has to try them one by one, or give up.',
  'VER-07':
    'This answer replaces the handshake. A client that asks first, to choose a version, gets no further without it.',
  'VER-08':
    'Older clients begin with initialize. The versions in the refusal are their only hint that a newer client would get in.',
  'VER-09':
    'A client that reads 2026-07-28 in the list sends its calls without a handshake. If the server still wants one, each call fails.',
  'VER-20':
    'A server that says yes to any version promises what it cannot keep. The client goes on in a revision that the server does not speak.',
}
