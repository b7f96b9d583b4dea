export const TRN_WHY = {
  'TRN-02':
    'Clients read two kinds of answers. A third one, often the error page of a proxy, ends the call without any hint.',
  'TRN-03':
    '202 without a body says that there is nothing to wait for. Clients that get something else wait for an answer, or report an error after a good start.',
  'TRN-04':
    'A GET opens a stream where there is one. 405 tells a client that there is none; 404 makes it believe that the whole endpoint is gone.',
  'TRN-05':
    'Older clients try GET to find out what they talk to. 405 lets them go on with POST, while 404 sends them away.',
  'TRN-06':
    'A client keeps calls apart by their ids. An answer with another id belongs to no call, so that the real one never ends.',
  'TRN-07':
    'A client that waits for the end of the stream keeps a connection open for each call. Over HTTP/1.1 a browser allows six to a host, and soon lets no further one through.',
  'TRN-08':
    'In this revision a client does not answer requests on a stream. The server waits for ever, and so does the call that it belongs to.',
  'TRN-09':
    'A proxy that collects the stream before it passes it on turns progress into silence. Long calls run into time-outs on the way.',
  'TRN-20':
    'This transport was replaced in 2025-03-26. Clients that speak only the newer one post to the endpoint, are refused, and report that there is no server.',
  'TRN-21':
    'Everything before has worked, and the one call that matters is refused. The fault is in the server itself, no longer in the sign-in.',
  'TRN-22':
    'An unusual Accept comes from proxies and health checks. If it brings the server down to a 500, the alarm goes off for nothing.',
}
