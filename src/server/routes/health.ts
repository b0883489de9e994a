import type { FastifyInstance } from 'fastify';
import { type Health, healthPath } from '../../protocol/session.ts';
import { protocolVersion } from '../../protocol/version.ts';
import type { Accounts } from '../accounts/accounts.ts';

export function routeHealth(app: FastifyInstance, accounts: Accounts, writesDown: boolean): void {
  app.get(healthPath, { config: { open: true } }, async (): Promise<Health> => {
    return { status: 'ok', protocol: protocolVersion, claimed: await accounts.isClaimed(), writesDown };
  });
}
