import { showPage } from './show-page.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
showPage(root)
