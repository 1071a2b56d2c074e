/** The board of the queue, to look at and with a password to change. Its page comes from the package alone. */
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Router } from 'express';
import { authenticated, methods, ownPagesOnly } from './guard.ts';
import type { BoardParts } from './parts.ts';

type ServerAdapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];

/** Where the board is. */
export const BOARD_PATH = '/queues';

/** What answers below {@link BOARD_PATH}. Without a password nothing there can change a job. */
export function boardRouter({ queue, password }: BoardParts): Router {
  const serverAdapter = new ExpressAdapter().setBasePath(BOARD_PATH);
  createBullBoard({
    queues: [new BullMQAdapter(queue, { readOnlyMode: password === null })],
    // Both packages bring declarations of their own, which are alike and yet, for a private field, not the same.
    serverAdapter: serverAdapter as unknown as ServerAdapter,
    options: { uiConfig: { boardTitle: 'Wenbao' } },
  });
  const router = Router();
  if (password !== null) router.use(authenticated(password));
  router.use(methods({ changing: password !== null }), ownPagesOnly);
  const pages: Router = serverAdapter.getRouter();
  return router.use(pages);
}
