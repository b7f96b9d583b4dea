export const NET_WHY = {
  'NET-01':
    'No request reached a server, so that nothing can be said about it. The name is wrong, or the host is down, or something on the way keeps the two apart.',
  'NET-02':
    'Browsers refuse a list of ports, such as 6000 or 6667, so that pages cannot talk to mail or chat servers. A server there works for native clients alone.',
  'NET-03':
    'Clients wait for some seconds and then say that the server cannot be reached. A person who looks at a spinner leaves sooner.',
  'NET-04':
    'A client that waits for the end of an answer waits until its own limit. One that reads everything into memory may fall over before that.',
  'NET-05':
    'A page that came by https may not ask http addresses. The browser blocks the request before it leaves, and only programs outside of browsers connect.',
  'NET-06':
    'An extension, a policy of the company or the local network permission stopped the request in the browser. The servers never saw it, and are not to blame.',
}
