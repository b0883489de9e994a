import { refuseUnfitNode } from './node-version.mjs';

/** Runs the checks and tests, or those named: `npm test -- unit lint`. Its last line is the count. */
async function test() {
  const { prepareTools } = await import('./prepare.mjs');
  const { failureToText } = await import('./outcome.mjs');
  const tools = await prepareTools({ tell: console.log });
  if (tools.kind === 'failed') {
    console.log(failureToText(tools));
    return finish({ passed: 0, failed: 1 });
  }
  const { runSteps, stepNames } = await import('./test-steps.mjs');
  const { addTallies } = await import('./count-tests.mjs');
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !stepNames.includes(name));
  if (unknown !== undefined) {
    console.log(`There is no step "${unknown}"; there are ${stepNames.join(', ')}.`);
    return finish({ passed: 0, failed: 1 });
  }
  finish(addTallies(await runSteps(asked.length > 0 ? asked : stepNames)));
}

/** @param {{ passed: number, failed: number }} tally */
function finish(tally) {
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

refuseUnfitNode();
void test();
