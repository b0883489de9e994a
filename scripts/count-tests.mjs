import * as z from 'zod';

/** The part of Vitest's JSON report that is counted. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * Counts a Vitest run from its JSON report (undefined when it left none). What did not pass has failed:
 * skipped tests, files that could not be loaded, a run without tests, errors outside any test.
 * @param {string | undefined} reportText
 * @param {boolean} exitedWell
 * @returns {Tally}
 */
export function countTests(reportText, exitedWell) {
  const report = parseReport(reportText);
  if (report === undefined) return { passed: 0, failed: 1 };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status === 'passed'),
  ).length;
  const failed = tests.length - passed + brokenFiles;
  const failedUnseen = failed === 0 && (!exitedWell || passed === 0);
  return { passed, failed: failedUnseen ? 1 : failed };
}

/** @param {string | undefined} text */
function parseReport(text) {
  if (text === undefined) return undefined;
  try {
    return reportSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function addTallies(tallies) {
  const sum = { passed: 0, failed: 0 };
  for (const { passed, failed } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}
