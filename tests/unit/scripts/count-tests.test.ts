import { expect, test } from 'vitest';
import { countTests } from '../../../scripts/count-tests.mjs';

function reportOf(...files: { status: string; tests: string[] }[]): string {
  return JSON.stringify({
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  });
}

test('passed and failed tests are counted over all files', () => {
  const report = reportOf(
    { status: 'passed', tests: ['passed', 'passed'] },
    { status: 'failed', tests: ['passed', 'failed'] },
  );
  expect(countTests(report, false)).toEqual({ passed: 3, failed: 1 });
});

test.each(['skipped', 'pending', 'todo', 'disabled'])('a %s test has failed', (status) => {
  const report = reportOf({ status: 'passed', tests: ['passed', status] });
  expect(countTests(report, true)).toEqual({ passed: 1, failed: 1 });
});

test('a file that could not be loaded counts as one failure', () => {
  const report = reportOf({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] });
  expect(countTests(report, false)).toEqual({ passed: 1, failed: 1 });
});

test('a run without tests has failed', () => {
  expect(countTests(reportOf(), true)).toEqual({ passed: 0, failed: 1 });
});

test('an error outside any test is a failure', () => {
  const report = reportOf({ status: 'passed', tests: ['passed'] });
  expect(countTests(report, false)).toEqual({ passed: 1, failed: 1 });
});

test.each([undefined, '', '{"half":', '{}'])('a run that left %j for a report has failed', (report) => {
  expect(countTests(report, true)).toEqual({ passed: 0, failed: 1 });
});
