import type { Server } from 'node:http';
import { CannotStart } from '../cannot-start.ts';

/**
 * Listens on the loopback address only. Resolves with the port. Throws `CannotStart` when the port is taken or not
 * allowed.
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new CannotStart(`Port ${port} is in use. Choose another with --port.`));
      else if (error.code === 'EACCES')
        reject(new CannotStart(`Port ${port} needs rights this user does not have. Choose another with --port.`));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
