import { speechListingPath } from '../../../../src/protocol/speech-models.ts';
import type { RouteCases } from './route-case.ts';

/** What writes down speech on devices: weights that anybody may have. */
export const speechCases: RouteCases = {
  [`GET ${speechListingPath}`]: {
    open: 'The app works without an account; it lists weights of a model and nothing of anybody.',
    request: () => ({ path: speechListingPath }),
  },
  'GET /engines/speech/:model/*': {
    open: 'The same: files that the owner put there for all devices.',
    request: () => ({ path: '/engines/speech/tiny/config.json' }),
  },
};
