export const AUD_WHY = {
  'AUD-02':
    'A token that names no audience, or another one, opens more than this server: whoever runs one server can use it at the next. A server that checks will refuse it, after all seemed well.',
}
