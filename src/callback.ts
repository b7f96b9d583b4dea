const status = document.getElementById('status')
if (status)
  status.textContent = 'No walk in this tab waits for this answer. You can close this page.'
history.replaceState(null, '', location.pathname)
