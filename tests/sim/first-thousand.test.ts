import { testThousandSeeds } from './run-seeds.ts';

testThousandSeeds(0);
