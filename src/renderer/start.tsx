import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followChanges } from './api.ts';
import { App } from './app.tsx';
import { applyTheme, storedTypeSize } from './theme.ts';

/** Shows the program in the page. */
export function start(): void {
  applyTheme(storedTypeSize());
  void followChanges();
  const root = document.getElementById('root');
  if (root !== null) {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  }
}
