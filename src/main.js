import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

// Plain JavaScript, and nothing imported before this line: Node then keeps what it compiled, and from the second start on
// neither compiles nor loads its TypeScript compiler (25 MB less at rest).
enableCompileCache();
if (existsSync('.env')) process.loadEnvFile('.env');
const { serve } = await import('./serve.ts');
await serve(process.env);
