import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  deviceIntroductionSchema,
  deviceParamsSchema,
  devicePath,
  devicesPath,
  endedDevicePath,
  endedQuestionSchema,
  thisDevicePath,
} from '../../protocol/devices.ts';
import type { Devices } from '../accounts/devices.ts';
import { foundSessionOf } from '../edge/require-session.ts';
import { notFound, ProblemError } from '../problem.ts';

/** Ids are no secret; so many tries of them say nothing. */
const questionsPerMinute = { max: 20, timeWindow: 60_000 };

/** Which devices are signed in, and ending one or all others. */
export function routeDevices(app: FastifyInstance, devices: Devices): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  app.get(devicesPath, async (request) => ({ devices: await devices.list(foundSessionOf(request)) }));
  typed.put(thisDevicePath, { schema: { body: deviceIntroductionSchema } }, async (request, reply) => {
    await devices.introduce(foundSessionOf(request), request.body);
    return reply.code(204).send();
  });
  app.delete(devicesPath, async (request, reply) => {
    await devices.endOthers(foundSessionOf(request));
    return reply.code(204).send();
  });
  typed.delete(devicePath, { schema: { params: deviceParamsSchema } }, async (request, reply) => {
    const outcome = await devices.end(foundSessionOf(request), request.params.id);
    if (outcome === 'own')
      throw new ProblemError({ status: 409, detail: 'This is the device you are using: sign out here.' });
    if (outcome === 'unknown') throw notFound();
    return reply.code(204).send();
  });
  const config = { open: true, rateLimit: questionsPerMinute };
  typed.post(endedDevicePath, { config, schema: { body: endedQuestionSchema } }, async (request, reply) => {
    return reply.send({ ended: await devices.findEnding(request.body) });
  });
}
