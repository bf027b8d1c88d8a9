// The entry: the words of the chosen language first, then the screens.
import './parts/tokens.css';
import './parts/fonts.css';
import './parts/page.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './data/http.ts';
import { router } from './routes.tsx';
import { fetchCatalogue } from './text/catalogue.ts';
import { firstLanguage, LanguageProvider } from './text/language.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Asking again is for a network that blinked, not for a question the server has refused.
      retry: (failures, error) =>
        failures < 2 && error instanceof Refused && (error.status === 0 || error.status === 503),
      retryDelay: (attempt) => 400 * 2 ** attempt,
      // Replies are compared by identity (304 gives the same object), never merged.
      structuralSharing: false,
      staleTime: 5_000,
    },
  },
});

const language = firstLanguage(location.search);
document.documentElement.lang = language === 'en' ? 'en' : 'vi';
const catalogue = await fetchCatalogue(language);

createRoot(root).render(
  <StrictMode>
    <LanguageProvider start={{ language, catalogue }}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
