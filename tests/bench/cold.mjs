import { askHandler, withHandler } from '../wire/fcgi.mjs';

/// Milliseconds that a handler takes from its start until it has answered its first request, ready with database and cache.
export const coldStart = (root, variables, handler, folder) => withHandler(root, variables, handler, folder, async ({ socket }) => {
  const began = performance.now();
  const said = await askHandler(socket, '/readyz');
  if (!said || /Status: [45]/.test(said)) throw new Error(`${handler} did not become ready: ${said.slice(0, 200)}`);
  return performance.now() - began;
});
