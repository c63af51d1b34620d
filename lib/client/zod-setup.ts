import { config } from 'zod/mini';

// Zod would try `new Function`, which the page's content security policy forbids and reports.
config({ jitless: true });
