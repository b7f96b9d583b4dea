export const CHL_WHY = {
  'CHL-01':
    'The 401 is what makes a client begin at all. On 403 or 404 it reports a missing permission or a wrong address, and on 200 it believes that no sign-in is needed.',
  'CHL-02':
    'In this revision the header is the only way to the metadata. A client that follows it does not try well-known addresses, and has nowhere to go.',
  'CHL-03':
    'A client knows nothing but the address of the server. If neither the header nor a well-known address leads on, it cannot find out who signs people in.',
  'CHL-04':
    'HTTP asks for the header with every 401. Without it a client has to probe addresses, and one that does not probe says that it could not connect.',
  'CHL-05':
    'Clients look for the scheme Bearer and parse what follows it. Another scheme, or a header that does not parse, is the same to them as no header.',
  'CHL-06':
    'Parsers differ in which of two equal parameters they take. Two scopes or two pointers send two clients in two directions.',
  'CHL-07':
    'A client passes the scope on as it came. The authorization server then refuses the stray character, and the person sees an error that has nothing to do with them.',
  'CHL-08':
    'An error code says that a token was looked at and refused. A client that never sent one may throw away a good token, or report an expired sign-in.',
  'CHL-09':
    'invalid_token tells a client to refresh and try again by itself. Without it the client cannot tell an expired token from a missing permission, and asks the person once more.',
  'CHL-10':
    'The challenge is the first place where a client learns what to ask for. If it is silent, clients ask for every scope that is listed, or for none, and get a token that does not fit.',
  'CHL-12':
    'Clients that follow the specification trust the pointer and do not look elsewhere after it. A good document at the well-known address does not help them.',
  'CHL-14':
    'A client that steps up reads the metadata again by this pointer. If it leads elsewhere, the client asks another authorization server for a token that this one will not take.',
}
