import { testThousandSeeds } from './run-seeds.ts';

testThousandSeeds(1_000);
