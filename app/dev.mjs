// `npm run dev`: Vite first, then the server through it, so that pages and server are read anew when a file changes.
import { createServer } from "vite";

const vite = await createServer({ configFile: "remix.config.js", server: { middlewareMode: true } });
const { serve } = await vite.ssrLoadModule("/app/server.ts");
await serve(vite);
