import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import '@pryzm/salesforce-ui/styles.css'
import './demo.css'
import { router } from './router.tsx'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has lost its #app element.')
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
