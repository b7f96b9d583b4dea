export const CIMD_WHY = {
  'CIMD-03':
    "The authorization server takes the address for the name of the client, and checks that the document agrees. If it does not, everyone could show somebody else's document as their own.",
  'CIMD-04':
    'Without a name the consent page cannot tell people whom they let in, and a redirect URI that is not listed is refused.',
  'CIMD-05':
    'The document is public. A shared secret in it is no secret, and a method that needs one cannot work.',
  'CIMD-06':
    'Authorization servers fetch the document by themselves and, to be safe, follow no redirect. Anything but a plain 200 means that the client does not exist.',
  'CIMD-07':
    'Whoever fetches addresses that strangers give sets a limit. The recommended one is 5 KB, and a larger document may be cut off or refused.',
  'CIMD-09':
    'A server that promises documents and then does not know the client sends the person to a dead end. Clients chose this way because of the promise, and do not fall back.',
  'CIMD-10':
    "If the document may name another client, anybody can present the well-known client's document at an address of their own and be trusted as that client.",
  'CIMD-11':
    'The list in the document is all that ties a client to its own pages. Without the check, a code can be sent to whoever built the link.',
}
